package dev.muster.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.reading.Runbooks.Others;
import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.AlertRules;
import dev.muster.runbooks.yaml.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is known of the runbooks that alerts start while the library is being read. */
class StandingRulesTest {

  private static final Definition OWN = read("own");
  private static final Definition READY = read("ready");

  /** What is to be done in the background, by hand. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private final AtomicReference<ConfiguredRunbooks> configured =
      new AtomicReference<>(with(new Ready(() -> READY)));
  private final StandingRules rules = new StandingRules(configured::get, waiting::add);

  @Test
  void an_alert_is_not_decided_on_before_the_library_is_read() {
    var first = rules.get();

    assertThat(first.isWhole()).isFalse();
    assertThat(names(first)).containsExactly("own");
    assertThat(rules.get()).isSameAs(first);
    assertThat(waiting).hasSize(1);

    waiting.remove().run();

    assertThat(rules.get().isWhole()).isTrue();
    assertThat(names(rules.get())).containsExactly("own", "ready");
  }

  @Test
  void a_reload_while_it_is_being_read_waits_for_its_own_library() {
    rules.get();
    configured.set(with(new Ready(() -> READY)));

    assertThat(rules.get().isWhole()).isFalse();
    waiting.remove().run();
    assertThat(rules.get().isWhole()).isFalse();
    waiting.remove().run();
    assertThat(rules.get().isWhole()).isTrue();
    assertThat(waiting).isEmpty();
  }

  @Test
  void a_library_that_cannot_be_read_holds_up_nothing_of_the_team_s() {
    configured.set(
        with(
            new Ready(() -> {
              throw new IllegalStateException("the jar was replaced");
            })));
    rules.get();

    waiting.remove().run();

    assertThat(rules.get().isWhole()).isTrue();
    assertThat(names(rules.get())).containsExactly("own");
  }

  private static List<String> names(AlertRules rules) {
    var labels = Map.of("alertname", "down");
    var alert = new AlertFacts(1, "down", "high", "", "k", labels, Map.of(), "", Instant.EPOCH);
    return rules.fits(alert).stream().map(fit -> fit.runbook().name()).toList();
  }

  private static ConfiguredRunbooks with(Others library) {
    var none = ConfiguredRunbooks.NONE;
    return new ConfiguredRunbooks(
        Map.of("own", OWN), library, none.vars(), none.secrets(), none.staleAfter(), none.access());
  }

  private static Definition read(String name) {
    var text =
        """
        apiVersion: muster/v1
        runbook: %s
        title: A test
        reviewed: 2026-11-01
        on: {alert: {match: {alertname: down}}}
        steps:
          - {id: tell, uses: message, with: {text: Down.}}
        """
            .formatted(name);
    var problems = new Problems();
    var around =
        new Available(StepKinds.all(), Set.of(), Set.of(), Set.of(), LocalDate.parse("2026-11-21"));
    return new Runbooks(around)
        .one(name + ".yaml", text, problems)
        .orElseThrow(() -> new AssertionError(problems.inOrder()));
  }

  /** A library of one, which is found so. */
  private record Ready(Supplier<Definition> found) implements Others {
    @Override
    public Set<String> names() {
      return Set.of("ready");
    }

    @Override
    public Optional<Definition> find(String name) {
      return Optional.of(found.get());
    }
  }
}
