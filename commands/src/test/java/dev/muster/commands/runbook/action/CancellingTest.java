package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what a run did is undone when somebody ends it. */
class CancellingTest {

  private static final String THEN_STUCK =
      """
      apiVersion: muster/v1
      runbook: then-stuck
      title: Then stuck
      reviewed: 2026-11-01
      steps:
        - {id: first, uses: change, rollback: {uses: look}}
        - {id: stuck, uses: change, onFailure: pause}
      """;

  private final Office office = new Office(Written.HALF_DONE, Written.CHECKLIST, THEN_STUCK);

  private Reply say(String text) throws InterruptedException {
    var reply = office.say(Office.OPS, text);
    office.work();
    return reply;
  }

  /** Something was done, and can be undone; it waits for people. */
  private void halfDone() throws InterruptedException {
    run("half-done");
  }

  private void run(String runbook) throws InterruptedException {
    say(Buttons.command(say("/runbook run " + runbook), "Run"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rollback",
        "rollback wrong replica",
        "Roll back",
        "with rollback",
        "with a full rollback",
        "and roll back",
        "and roll it back: disk was full",
        "then roll everything back, please",
        "+ rollback",
        "--rollback",
        "and undo",
        "undo it",
        "undo everything because the disk was full",
        "and revert.",
        "with rollback because it was wrong"
      })
  void whoever_wants_to_undo_it_is_understood(String typed) throws InterruptedException {
    halfDone();

    var reply = say("/runbook cancel 1 " + typed);

    assertThat(reply.message().fallback())
        .startsWith("Run 1: Olga Ops cancelled it")
        .doesNotContain("nothing to undo");
    assertThat(office.run(1).isOver()).isTrue();
    assertThat(office.look.acts()).containsExactly("change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "disk was full",
        "without rollback",
        "no rollback, disk was full",
        "but don't undo it",
        "do not roll back: somebody looks at it",
        "without undoing anything"
      })
  void whoever_does_not_is_understood_too(String typed) throws InterruptedException {
    halfDone();
    say("/runbook cancel 1 " + typed);
    assertThat(office.run(1).isOver()).isTrue();
    assertThat(office.look.acts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rollbak",
        "Rolback now",
        "with rollbak",
        "rollbacks",
        "back",
        "undo the deploy",
        "disk was full, then roll back",
        "it was rolled back by hand",
        "never reverted"
      })
  void what_is_not_clear_is_asked_about_and_cancels_nothing(String typed)
      throws InterruptedException {
    halfDone();
    var reply = say("/runbook cancel 1 " + typed);
    assertThat(reply.error()).contains(Reply.Error.UNCONFIRMED);
    assertThat(Screen.wide(reply.message()))
        .startsWith("Is what run 1 did to be undone too? \"")
        .endsWith(
            """
            " is not clear.
            Nothing was cancelled yet.
            [*Cancel and roll back*] [Cancel, undo nothing]
            """);
    assertThat(office.run(1).isOver()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rollbak disk was full   | rollback disk was full            | disk was full",
        "rollbak                 | rollback                          | ''",
        "undo rollback           | rollback rollback                 | rollback",
        "disk full, so roll back | rollback disk full, so roll back  | disk full, so roll back"
      })
  void both_buttons_keep_the_reason_and_do_what_they_say(String typed, String undo, String why)
      throws InterruptedException {
    halfDone();
    var asked = say("/runbook cancel 1 " + typed);
    assertThat(Buttons.command(asked, "Cancel and roll back"))
        .isEqualTo("/runbook cancel 1 " + undo);

    var reply = say(Buttons.command(asked, "Cancel, undo nothing"));

    assertThat(reply.message().fallback())
        .isEqualTo("Run 1: Olga Ops cancelled it" + (why.isEmpty() ? "" : ": " + why) + ".");
    assertThat(office.look.acts()).isEmpty();
    assertThat(Screen.wide(say("/runbook log 1").message())).contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rollback", "and undo", "rollbak"})
  void where_nothing_can_be_undone_nothing_is_asked_and_that_is_said(String typed)
      throws InterruptedException {
    say("/runbook run outage");
    assertThat(say("/runbook cancel 1 " + typed).message().fallback())
        .isEqualTo("Run 1: Olga Ops cancelled it. There was nothing to undo.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"undo it", "rollbak", "undo the deploy"})
  void of_a_run_that_is_over_nothing_is_asked(String typed) throws InterruptedException {
    halfDone();
    say("/runbook cancel 1");
    var reply = say("/runbook cancel 1 " + typed);
    assertThat(reply.message().fallback()).isEqualTo("Run 1 is over. Nothing was changed.");
    assertThat(office.look.acts()).isEmpty();
  }

  @Test
  void an_abort_that_is_to_undo_something_is_asked_about() throws InterruptedException {
    getStuck();

    var asked = say("/runbook abort 1 with rollback");

    assertThat(Screen.wide(asked.message()))
        .isEqualTo(
            """
            Is what run 1 did to be undone too?
            Nothing was ended yet.
            [*Roll back*] [Abort, undo nothing]
            """);
    say(Buttons.command(asked, "Roll back"));
    assertThat(office.look.acts()).containsExactly("first");
  }

  @Test
  void the_abort_that_was_asked_about_is_not_that_of_a_later_step() throws InterruptedException {
    getStuck();
    var asked = say("/runbook abort 1 with rollback");
    say("/runbook retry 1");

    var reply = say(Buttons.command(asked, "Abort, undo nothing"));

    assertThat(reply.message().fallback()).endsWith("Nothing was changed.");
    assertThat(office.run(1).isOver()).isFalse();
  }

  /** At its second step, after one that can be undone. */
  private void getStuck() throws InterruptedException {
    office.change.does(attempt ->
        attempt.step().equals("stuck")
            ? new Outcome.Failed("refused", "it said no")
            : new Outcome.Done(Map.of(), "done"));
    run("then-stuck");
  }
}
