package dev.muster.runbooks.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Scalar;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {<<: {a: 1, b: 2}, b: 3} | b=3 a=1
          {b: 3, <<: {a: 1, b: 2}} | b=3 a=1
          {<<: [{a: 1}, {a: 2, c: 3}]} | a=1 c=3
          {<<: {<<: {a: 1}, b: 2}} | b=2 a=1
          """)
  void lays_a_mapping_under_another(String yaml, String entries) {
    var problems = new Problems();
    var root = Yaml.parseMerging("r.yaml", yaml, problems).orElseThrow();
    assertThat(problems.inOrder()).isEmpty();
    assertThat(
            ((Mapping) root)
                .entries().stream()
                    .map(entry -> entry.name() + "=" + ((Scalar) entry.value()).text())
                    .collect(Collectors.joining(" ")))
        .isEqualTo(entries);
  }

  @Test
  void is_none_where_it_is_not_asked_for() {
    var problems = new Problems();
    Yaml.parse("r.yaml", "{<<: {a: 1}}", problems);
    assertThat(problems.inOrder()).singleElement().asString().contains("no merge key");
  }
}
