package dev.muster.commands.runbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.Run;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in place of a question once it is answered. */
class AnsweredCardTest extends ToldRuns {

  @Test
  void what_was_asked_becomes_who_answered_it_and_when() throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    var asking = start("failover");
    office.say(Office.DBA, "/runbook approve 1");
    news.changed(Optional.of(asking), office.run(1));
    assertThat(answers).as("one of two have approved").isEmpty();

    var half = office.run(1);
    office.say(Office.BOSS, "/runbook approve 1 go on");
    news.changed(Optional.of(half), office.run(1));
    assertThat(answered("asks:steps.0:1"))
        .isEqualTo(
            """
            Dan DBA and Bea Boss approved: go on · 10:00
            Run 1, Fail over, step 1: Promote app-replica?
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "retry, Olga Ops has it tried again",
    "done, Marked done by Olga Ops",
    "done 1 promoted by hand, Olga Ops marked it done: promoted by hand",
    "skip 1 not needed, Olga Ops skipped it: not needed",
    "abort, Promote: it said no; Olga Ops ended it",
    "cancel, Cancelled by Olga Ops",
    "cancel 1 rollback, Cancelled by Olga Ops; it is being rolled back"
  })
  void what_needed_attention_becomes_what_somebody_did_about_it(String typed, String answer)
      throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    approve(start("failover"));
    var needs = office.run(1);
    answers.clear();
    office.say(Office.OPS, "/runbook " + typed);
    news.changed(Optional.of(needs), office.run(1));
    assertThat(answered("needs:steps.1:1"))
        .isEqualTo(answer + " · 10:00\nRun 1, Fail over, step 2: Promote: it said no\n");
  }

  @Test
  void what_is_not_known_is_not_said_to_be_rolled_back() throws InterruptedException {
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    approve(start("failover"));
    assertThat(only()).contains("[Mark done] [Skip]").doesNotContain("[Roll back]");
    assertThat(Screen.wide(office.say(Office.OPS, "/runbook status 1").message()))
        .contains("[Abort]")
        .doesNotContain("[Roll back]");
    assertThat(office.say(Office.OPS, "/runbook rollback 1").message().fallback())
        .startsWith("Nothing is rolled back yet. Whether step 2, Promote, happened");

    var needs = office.run(1);
    office.say(Office.OPS, "/runbook cancel 1 rollback");
    news.changed(Optional.of(needs), office.run(1));

    assertThat(answered("needs:steps.1:1:0"))
        .startsWith(
            "Cancelled by Olga Ops; whether step 2, Promote, happened must be known first · ");
  }

  @Test
  void the_end_of_what_is_not_known_asks_before_it_is_rolled_back() throws InterruptedException {
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    var asked = start("failover");
    approve(asked);
    office.say(Office.OPS, "/runbook abort 1");
    goOn(asked);
    answers.clear();

    says(Office.OPS, "/runbook rollback 1");

    assertThat(Screen.wide(answers.values().iterator().next()))
        .endsWith("It needs a person before it is rolled back since 10:00\n");
  }

  @Test
  void what_nobody_answered_says_so_and_not_that_it_goes_on() throws InterruptedException {
    var asking = start("guarded");
    office.advance(Duration.ofMinutes(16));
    goOn(asking);
    assertThat(answered("asks:steps.0:1"))
        .isEqualTo(
            """
            Approve: nobody answered in time · 10:16
            Run 1, Guarded, step 1: Go?
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "retry, Olga Ops has it tried again",
    "abort, Olga Ops ended it",
    "cancel, Olga Ops ended it",
    "cancel 1 rollback, Olga Ops has it rolled back"
  })
  void what_spoilt_the_run_before_is_not_the_answer_but_who_ended_it(String typed, String answer)
      throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    var needs = start("spoilt");
    office.say(Office.OPS, "/runbook " + typed);
    news.changed(Optional.of(needs), office.run(1));
    assertThat(answered("needs:steps.1:1")).startsWith(answer + " · 10:00\n");
  }

  @ParameterizedTest
  @CsvSource({
    "confirm, Olga Ops confirmed",
    "cancel, Cancelled by Olga Ops",
    "cancel 1 rollback, Cancelled by Olga Ops"
  })
  void a_question_of_a_spoilt_run_says_who_ended_it(String typed, String answer)
      throws InterruptedException {
    var asking = spoiltAndAsking();
    office.say(Office.OPS, "/runbook " + typed);
    news.changed(Optional.of(asking), office.run(1));
    assertThat(answered("asks:steps.2:1")).startsWith(answer + " · 10:00\n");
  }

  @Test
  void what_nobody_answered_in_a_spoilt_run_says_who_ended_it() throws InterruptedException {
    var asking = spoiltAndAsking();
    office.advance(Duration.ofMinutes(16));
    goOn(asking);
    assertThat(answered("asks:steps.2:1")).startsWith("Ask: nobody answered in time · ");
    var needs = office.run(1);
    office.say(Office.OPS, "/runbook abort");
    news.changed(Optional.of(needs), office.run(1));
    assertThat(answered("needs:steps.2:1:0"))
        .startsWith("Ask: nobody answered in time; Olga Ops ended it · ");
  }

  private Run spoiltAndAsking() throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    var needs = start("spoilt");
    office.say(Office.OPS, "/runbook done");
    goOn(needs);
    answers.clear();
    return office.run(1);
  }
}
