package dev.muster.commands.runbook.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much data a restore cost, as the end of its run says it. */
class MeasuredLinesTest {

  private static final String RESTORE =
      """
      apiVersion: muster/v1
      runbook: restore
      title: Restore
      targets:
        rpo: {title: Data lost, within: 1h, is: "%s"}
      inputs:
        deadFor: {type: duration, default: 1m}
      steps:
        - {id: point, uses: look}
        - {id: back, uses: change}
        - {id: never, uses: look, if: "false"}
      """;
  private static final String AGE = "steps.point.outputs.age - inputs.deadFor";

  private final Office office = new Office();

  private List<String> measured(String expression) throws InterruptedException {
    return measured(expression, "");
  }

  private List<String> measured(String expression, String how) throws InterruptedException {
    office.knows(RESTORE.formatted(expression));
    office.say(Office.BOSS, "/runbook run restore" + how);
    if (how.isEmpty()) {
      office.say(Office.BOSS, "/runbook run restore offer:offer1");
    }
    office.work();
    return MeasuredLines.of(run(), office.named("restore").orElseThrow().runbook());
  }

  private Run run() {
    return office.run(1);
  }

  private void found(Object age) {
    office.look.does(_ -> new Outcome.Done(Map.of("age", age), "looked"));
  }

  @Test
  void what_is_within_the_target_keeps_it() throws InterruptedException {
    found(Duration.ofMinutes(5));
    assertThat(measured(AGE)).containsExactly("Data lost: 4 min (target 1 h) ✓");
  }

  @Test
  void just_the_target_keeps_it() throws InterruptedException {
    found(Duration.ofMinutes(61));
    assertThat(measured(AGE)).containsExactly("Data lost: 1 h (target 1 h) ✓");
  }

  @Test
  void more_than_the_target_is_said_in_the_card_the_news_and_the_timeline()
      throws InterruptedException {
    found(Duration.ofMinutes(91));
    var line = "Data lost: 1 h 30 min (target 1 h) ✗ more than the target";
    assertThat(measured(AGE)).containsExactly(line);
    var runbook = office.named("restore").orElseThrow().runbook();
    var now = office.clock().instant();
    assertThat(Screen.wide(RunCard.of(run(), runbook, List.of(), Optional.empty(), now)))
        .contains("\n" + line + "\n");
    var news = NewsCard.ended(run(), runbook, Optional.empty(), now);
    assertThat(Screen.wide(news)).contains("\n" + line + "\n");
    assertThat(news.fallback()).endsWith(" " + line + ".");
    assertThat(NewsCard.line(run(), runbook, now)).endsWith(". " + line);
  }

  @Test
  void what_did_not_end_well_neither_keeps_nor_misses_a_target() throws InterruptedException {
    found(Duration.ofMinutes(5));
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    assertThat(measured(AGE)).containsExactly("Data lost: 4 min (target 1 h), but the run failed");
  }

  @Test
  void what_ended_before_it_was_found_is_not_measured_and_not_said() throws InterruptedException {
    office.look.does(_ -> new Outcome.Failed("refused", "it said no"));
    assertThat(measured(AGE)).isEmpty();
  }

  @Test
  void what_nobody_found_is_not_measured() throws InterruptedException {
    assertThat(measured("steps.never.outputs.age"))
        .singleElement()
        .asString()
        .startsWith("Data lost: not measured, `steps.never.outputs.age` comes to nothing: ")
        .doesNotContain("✓");
  }

  @Test
  void what_is_no_length_of_time_is_not_measured() throws InterruptedException {
    found("5m");
    assertThat(measured("steps.point.outputs.age"))
        .containsExactly("Data lost: not measured, `steps.point.outputs.age` is no length of time");
  }

  @Test
  void less_than_nothing_is_not_measured() throws InterruptedException {
    found(Duration.ofSeconds(20));
    assertThat(measured(AGE)).containsExactly("Data lost: not measured, it came to -40 s");
  }

  @Test
  void a_dry_run_costs_nothing_and_measures_nothing() throws InterruptedException {
    found(Duration.ofMinutes(5));
    assertThat(measured(AGE, " dry:yes")).isEmpty();
    assertThat(run().hasSucceeded()).isTrue();
    assertThat(run().origin().isDry()).isTrue();
  }

  @Test
  void nothing_is_said_while_the_run_goes_on() throws InterruptedException {
    found(Duration.ofMinutes(5));
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    assertThat(measured(AGE)).isEmpty();
    assertThat(run().isOver()).isFalse();
  }
}
