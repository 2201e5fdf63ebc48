package dev.muster.integrations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcesTest {

  @Test
  void finds_every_source_by_its_name() {
    assertThat(Sources.names()).contains("alertmanager").doesNotHaveDuplicates();
    assertThat(Sources.names())
        .allSatisfy(name -> assertThat(Sources.find(name).orElseThrow().name()).isEqualTo(name));
  }

  @Test
  void knows_no_other() {
    assertThat(Sources.find("Alertmanager")).isEmpty();
    assertThat(Sources.find("")).isEmpty();
  }
}
