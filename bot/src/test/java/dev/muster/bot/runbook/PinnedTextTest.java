package dev.muster.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Configs;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Input;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run began with is read whatever is configured by now. */
class PinnedTextTest {

  private static final String TEXT =
      """
      apiVersion: muster/v1
      runbook: promote
      title: Promote
      reviewed: 2026-11-20
      permissions: {run: [a-role-that-is-gone]}
      inputs: {token: {type: secret, from: A_SECRET_THAT_IS_GONE}}
      steps:
        - {uses: confirm, with: {message: "At ${{ vars.aVariableThatIsGone }}?"}}
        - {uses: runbook, with: {runbook: one-that-is-gone}}
      """;

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void what_the_configuration_does_not_have_any_more_is_no_mistake_of_it() {
    var read = pinned(StepKinds.all(), NOW).orElseThrow();

    assertThat(read.text()).isEqualTo(TEXT);
    assertThat(read.runbook().steps()).hasSize(2);
    assertThat(read.runbook().permissions().run()).containsExactly("a-role-that-is-gone");
    assertThat(read.runbook().inputs().get("token").type())
        .isEqualTo(new Input.Type.Secret("A_SECRET_THAT_IS_GONE"));
  }

  @Test
  void it_is_the_same_whenever_it_is_read() {
    var later = NOW.plusSeconds(100_000_000);

    assertThat(pinned(StepKinds.all(), later).map(Definition::hash))
        .isEqualTo(pinned(StepKinds.all(), NOW).map(Definition::hash))
        .isPresent();
  }

  @Test
  void it_is_not_read_by_a_muster_that_cannot_do_what_it_says() {
    assertThat(pinned(new Kinds(Set.of()), NOW)).isEmpty();
  }

  private static Optional<Definition> pinned(Kinds kinds, Instant now) {
    var config = Configs.with("routes: [{notify: [\"channel:alerts\"]}]\n");
    return new PinnedText(kinds, () -> config, InstantSource.fixed(now)).read("promote.yaml", TEXT);
  }
}
