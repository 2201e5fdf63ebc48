package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunActionsTest extends ActedOnRuns {

  @Test
  void a_run_that_asks_says_whom_and_offers_the_answers() throws InterruptedException {
    failover(Office.OPS);
    assertThat(Screen.wide(reply(Office.DBA, "/runbook status 1").message()))
        .startsWith(
            """
            (MEDIUM) Fail over · waits for approval run 1
            failover · Olga Ops, 10:00
            Target 5 min, until 10:05
            ? 1 Approve · since 10:00
            · 2 Promote
            Promote app-replica?
            Needs 2 of dba, not whoever asked for it
            """)
        .endsWith("[*Approve*] [Reject] [Cancel] [Log]\n");
  }

  @Test
  void two_with_the_role_approve_and_it_goes_on() throws InterruptedException {
    failover(Office.OPS);
    assertThat(say(Office.DBA, "/runbook approve 1")).contains("Dan DBA approved (1 of 2)");
    say(Office.BOSS, "/runbook approve 1");
    assertThat(office.change.acts()).containsExactly("promote");
  }

  @Test
  void a_click_that_comes_too_late_changes_nothing_and_says_how_it_stands()
      throws InterruptedException {
    failover(Office.OPS);
    say(Office.DBA, "/runbook reject 1 steps.0:1 not now");
    office.advance(Duration.ofMinutes(2));
    var late = reply(Office.BOSS, "/runbook approve 1 steps.0:1");
    assertThat(late.message().fallback())
        .isEqualTo(
            "Somebody was faster, 2 min ago: Dan DBA rejected it: not now. Run 1 is over. Nothing"
                + " was changed.");
    assertThat(late.error()).isEmpty();
  }

  @Test
  void a_button_of_an_earlier_attempt_does_nothing() throws InterruptedException {
    failover(Office.OPS);
    assertThat(say(Office.DBA, "/runbook approve 1 steps.0:7")).contains("Meanwhile");
    assertThat(office.run(1).question().orElseThrow().votes()).isEmpty();
  }

  @Test
  void a_confirmation_and_a_checklist_are_answered_line_by_line() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook confirm");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status 1").message()))
        .contains("1 ☐ Tell support ›\n2 ☐ Open a call ›\n");
    say(Office.OPS, "/runbook tick 1 2");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status 1").message()))
        .contains("1 ☐ Tell support ›\n2 ☑ Open a call · Olga Ops, 10:00\n");
    say(Office.OPS, "/runbook tick 1 steps.1 1");
    assertThat(office.run(1).hasSucceeded()).isTrue();
  }

  @Test
  void what_needs_a_person_is_mended_by_one() throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    failover(Office.OPS);
    say(Office.DBA, "/runbook approve 1");
    say(Office.BOSS, "/runbook approve 1");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status 1").message()))
        .startsWith("(HIGH) ")
        .contains("It stopped here: Promote: it said no. Nothing further was done.")
        .endsWith("[*Retry*] [Mark done] [Skip]\n[Abort] [Log]\n");
    say(Office.OPS, "/runbook done 1 steps.1:1 promoted by hand");
    assertThat(office.run(1).hasSucceeded()).isTrue();
    assertThat(say(Office.OPS, "/runbook retry 1 steps.1:1"))
        .isEqualTo(
            "Somebody was faster, 0 s ago: promoted by hand. Run 1 is over. Nothing was changed.");
  }

  @Test
  void the_only_run_need_not_be_named_and_of_several_one_is_picked() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    assertThat(say(Office.OPS, "/runbook cancel")).contains("Run 1: Olga Ops cancelled it");
    reply(Office.OPS, "/runbook run outage");
    reply(Office.OPS, Buttons.command(reply(Office.OPS, "/runbook run outage"), "Run anyway"));
    assertThat(Screen.wide(reply(Office.OPS, "/runbook cancel").message()))
        .startsWith("Which run? These go on now:\nRun 3")
        .endsWith("runbook cancel 3`\n");
  }

  @Test
  void whoever_answers_something_else_hears_what_it_waits_for() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    for (var verb :
        List.of("approve 1", "tick 1 1", "done 1", "skip 1", "abort 1", "resume 1", "pause 1")) {
      assertThat(say(Office.OPS, "/runbook " + verb))
          .endsWith(
              "Run 1 waits for a yes or no: `/runbook confirm 1` or `/runbook reject 1`."
                  + " Nothing was changed.");
    }
    say(Office.OPS, "/runbook confirm 1");
    say(Office.OPS, "/runbook tick 1 1");
    for (var verb : List.of("approve 1", "confirm 1", "reject 1", "done 1", "break-glass 1 now")) {
      assertThat(say(Office.OPS, "/runbook " + verb))
          .isEqualTo(
              "Run 1 waits for its checklist: `/runbook tick 1 2` ticks \"Open a call\"."
                  + " Nothing was changed.");
    }
    assertThat(say(Office.OPS, "/runbook tick 1 9"))
        .isEqualTo("There is no line 9: its checklist has 2. Nothing was changed.");
  }

  @Test
  void what_needs_attention_names_the_ways_on() throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    failover(Office.OPS);
    assertThat(say(Office.OPS, "/runbook tick 1 1"))
        .contains("Run 1 waits for approval: `/runbook approve 1` or `/runbook reject 1`.");
    say(Office.DBA, "/runbook approve 1");
    say(Office.BOSS, "/runbook approve 1");
    assertThat(say(Office.BOSS, "/runbook approve 1"))
        .isEqualTo(
            "Run 1 needs attention: `/runbook retry 1`, `/runbook done 1`, `/runbook skip 1` or"
                + " `/runbook abort 1`. Nothing was changed.");
  }

  @Test
  void nobody_is_asked_why_they_break_the_glass_of_a_run_that_is_over()
      throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook cancel 1");
    var reply = reply(Office.OPS, "/runbook break-glass 1");
    assertThat(reply.message().fallback()).isEqualTo("Run 1 is over. Nothing was changed.");
    assertThat(reply.missing()).isEmpty();
  }

  @Test
  void a_yes_with_a_no_behind_it_is_asked_about() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    for (var typed :
        List.of("confirm 1 no", "confirm 1 No, it is from yesterday", "yes 1 not yet")) {
      var reply = reply(Office.OPS, "/runbook " + typed);
      assertThat(reply.error()).as(typed).contains(Reply.Error.UNCONFIRMED);
      assertThat(Screen.wide(reply.message()))
          .contains("is not clear. Nothing was done yet.")
          .endsWith("[No] [Yes]\n");
    }
    assertThat(office.run(1).question()).isPresent();
    assertThat(say(Office.OPS, "/runbook confirm 1 now it is")).contains("confirmed: now it is");
  }

  @Test
  void its_buttons_answer_only_what_was_asked_then() throws InterruptedException {
    office.knows(
        """
        apiVersion: muster/v1
        runbook: two-questions
        title: Two questions
        reviewed: 2026-11-01
        steps:
          - confirm: Is the old one off?
          - confirm: Is the new one on?
        """);
    reply(Office.OPS, "/runbook run two-questions");
    var asked = reply(Office.OPS, "/runbook confirm 1 no, still on");
    say(Office.OPS, "/runbook confirm 1");
    for (var button : List.of("Yes", "No")) {
      assertThat(say(Office.OPS, Buttons.command(asked, button)))
          .as(button)
          .endsWith("Nothing was changed.");
    }
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status 1").message()))
        .contains("Is the new one on?");
    assertThat(office.run(1).isOver()).isFalse();
  }

  @Test
  void which_line_is_asked_with_the_verb_that_was_typed() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook confirm");
    for (var typed : List.of("1", "1 one", "1 1 2", "1 1,2", "1 all")) {
      assertThat(say(Office.OPS, "/runbook untick " + typed))
          .isEqualTo(
              "Which line? One at a time, by its number: `/runbook untick 1 1`."
                  + " Nothing was changed.");
    }
    assertThat(say(Office.OPS, "/runbook tick 1 99999")).startsWith("There is no line 99999: ");
    assertThat(say(Office.OPS, "/runbook tick 1 #2.")).contains("ticked Open a call");
  }
}
