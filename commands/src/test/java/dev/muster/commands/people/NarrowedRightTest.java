package dev.muster.commands.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowedRightTest {

  private static final Right RUN = new Right("runbook", "run");

  @Test
  void covers_what_has_the_trait_and_nothing_else() {
    var narrowed = Right.parse("runbook:*[tag=database]");
    assertThat(narrowed.covers(RUN, Set.of("tag=database", "tag=aws"))).isTrue();
    assertThat(narrowed.covers(RUN, Set.of("tag=databases"))).isFalse();
    assertThat(narrowed.covers(RUN)).isFalse();
    assertThat(narrowed.isFor(RUN)).isTrue();
  }

  @Test
  void covers_no_other_verb() {
    var reads = Right.parse("runbook:run[reads-only]");
    assertThat(reads.covers(new Right("runbook", "approve"), Set.of("reads-only"))).isFalse();
  }
}
