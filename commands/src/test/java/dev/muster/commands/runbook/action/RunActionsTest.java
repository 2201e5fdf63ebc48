package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunActionsTest {

  private final Office office = new Office(Written.LOOK, Written.FAILOVER, Written.CHECKLIST);

  private String say(Person person, String text) throws InterruptedException {
    return reply(person, text).message().fallback();
  }

  private Reply reply(Person person, String text) throws InterruptedException {
    var reply = office.say(person, text);
    office.work();
    return reply;
  }

  private void failover(Person person) throws InterruptedException {
    reply(person, "/runbook run failover");
    reply(person, "/runbook run failover offer:offer1");
  }

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
  void one_person_is_one_vote() throws InterruptedException {
    failover(Office.OPS);
    say(Office.DBA, "/runbook approve 1 steps.0:1");
    assertThat(say(Office.DBA, "/runbook approve 1 steps.0:1")).contains("already");
    assertThat(office.change.acts()).isEmpty();
  }

  @Test
  void whoever_asked_for_it_does_not_count() throws InterruptedException {
    failover(Office.DBA);
    assertThat(say(Office.DBA, "/runbook approve 1")).contains("You asked for this run");
  }

  @Test
  void without_the_role_it_does_not_count() throws InterruptedException {
    failover(Office.OPS);
    assertThat(reply(Office.OPS, "/runbook approve 1").error()).contains(Reply.Error.DENIED);
  }

  @Test
  void whose_word_does_not_count_hears_whose_does() throws InterruptedException {
    failover(Office.DBA);
    assertThat(say(Office.DBA, "/runbook approve 1"))
        .isEqualTo(
            "You asked for this run, so somebody else has to approve it. You can still cancel it."
                + " Ask Bea Boss. Nothing was changed.");
    assertThat(Screen.wide(reply(Office.READER, "/runbook approve 1").message()))
        .isEqualTo(
            """
            Your word does not count for run 1. It needs role dba.
            Ask Bea Boss.
            """);
    say(Office.BOSS, "/runbook approve 1");
    assertThat(say(Office.BOSS, "/runbook approve 1"))
        .isEqualTo(
            "You have approved this already. 1 of 2 people have approved; it needs somebody else."
                + " Nobody else can. Roles stand in muster.yaml, which Bea Boss may change."
                + " Nothing was changed.");
  }

  @Test
  void where_nobody_can_approve_the_glass_is_named() throws InterruptedException {
    office.breakGlass(new BreakGlass(Set.of("reader"), Duration.ofMinutes(10), false));
    office.has(Office.OPS, Office.DBA, Office.READER);
    failover(Office.DBA);
    office.advance(Duration.ofMinutes(2));
    assertThat(say(Office.DBA, "/runbook approve 1"))
        .contains(
            "Nobody else can. In 8 min Rita Reader may break the glass: `/runbook break-glass 1"
                + " <why>`.");
    office.advance(Duration.ofMinutes(8));
    assertThat(Screen.wide(reply(Office.OPS, "/runbook approve 1").message()))
        .contains("\nNobody else can. Now Rita Reader may break the glass: ");
    assertThat(Screen.wide(reply(Office.DBA, "/runbook break-glass 1 gone").message()))
        .isEqualTo(
            """
            You can't break the glass of run 1. It needs role reader.
            Ask Rita Reader.
            """);
  }

  @Test
  void what_one_person_alone_reads_has_no_buttons_that_they_may_not_use()
      throws InterruptedException {
    failover(Office.DBA);
    for (var status :
        Map.of(
                Office.DBA, "[Reject] [Cancel] [Log]",
                Office.BOSS, "[*Approve*] [Reject] [Cancel] [Log]",
                Office.OPS, "[Cancel] [Log]",
                Office.READER, "[Log]",
                Office.VIEWER, "[Log]")
            .entrySet()) {
      assertThat(Screen.wide(reply(status.getKey(), "/runbook status 1").message()))
          .as(status.getKey().name())
          .endsWith("\n" + status.getValue() + "\n");
    }
  }

  @Test
  void whoever_may_not_tick_a_list_reads_it_without_buttons() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook confirm");
    assertThat(Screen.wide(reply(Office.VIEWER, "/runbook status 1").message()))
        .contains("\n1 ☐ Tell support\n2 ☐ Open a call\n");
  }

  @Test
  void a_long_list_asks_no_more_often_than_a_short_one_whether_its_reader_may_tick_it()
      throws InterruptedException {
    office.knows(Written.LONG_LIST);
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook confirm 1");
    reply(Office.OPS, "/runbook run long-list");

    var before = office.lookedUp();
    office.say(Office.OPS, "/runbook status 1");
    var between = office.lookedUp();
    var list = office.say(Office.OPS, "/runbook status 2");

    assertThat(Screen.wide(list.message())).contains("\n20 ☐ a20 ›\n");
    assertThat(office.lookedUp() - between).isEqualTo(between - before);
  }

  @Test
  void whoever_may_not_stop_a_run_hears_who_may() throws InterruptedException {
    failover(Office.OPS);
    assertThat(Screen.wide(reply(Office.READER, "/runbook cancel 1").message()))
        .isEqualTo(
            """
            You can't do that to run 1. It needs role admin or dba or operator.
            Ask Olga Ops, Dan DBA, Bea Boss.
            """);
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
  void who_asked_for_it_may_stop_it_and_others_need_the_right() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    assertThat(reply(Office.DBA, "/runbook cancel 1").error()).contains(Reply.Error.DENIED);
    assertThat(reply(Office.BOSS, "/runbook cancel 1").error()).isEmpty();
    assertThat(office.run(1).isOver()).isTrue();
  }

  @Test
  void a_token_stops_nobodys_own_run_unless_its_owner_may() throws InterruptedException {
    failover(Office.DBA);
    for (var typed : List.of("cancel 1", "cancel 1 rollback", "pause 1")) {
      assertThat(office.sayByToken(Office.VIEWER, Office.DBA, "/runbook " + typed).error())
          .as(typed)
          .contains(Reply.Error.DENIED);
    }
    assertThat(office.run(1).isOver()).isFalse();
    assertThat(office.sayByToken(Office.BOSS, Office.DBA, "/runbook cancel 1").error()).isEmpty();
    office.work();
    assertThat(office.run(1).isOver()).isTrue();
  }

  @Test
  void who_lost_the_right_still_stops_their_own_run_by_their_own_token()
      throws InterruptedException {
    failover(Office.DBA);
    var now = new Person(Office.DBA.id(), Office.DBA.name(), Office.DBA.zone(), Set.of("viewer"));
    assertThat(office.sayByToken(now, now, "/runbook cancel 1").error()).isEmpty();
    office.work();
    assertThat(office.run(1).isOver()).isTrue();
  }

  @Test
  void the_log_says_when_and_at_which_step() throws InterruptedException {
    reply(Office.OPS, "/runbook run slow-queries");
    office.log.append(
        new RunId(1),
        List.of(
            new RunLog.Line(office.clock().instant(), RunLog.Source.OUTPUT, "steps.0", "one"),
            new RunLog.Line(office.clock().instant(), RunLog.Source.OUTPUT, "steps.0", "two")));
    office.advance(Duration.ofMinutes(3));
    office.log.append(
        new RunId(1),
        List.of(
            new RunLog.Line(
                office.clock().instant(),
                RunLog.Source.EVENT,
                "",
                "later, until 2026-03-02 10:30:00 UTC")));
    assertThat(Screen.wide(reply(Office.OPS, "/runbook log 1").message()))
        .containsPattern("10:00 · 1 Look · `(\\d+ [^`]*\n)*\\d+ one\n\\d+ two`\n")
        .containsPattern("\n10:03 · \\d+ later, until 10:30\n");
  }

  @Test
  void the_status_of_a_runbook_is_its_runs_and_a_slip_is_asked_about() throws InterruptedException {
    reply(Office.OPS, "/runbook run slow-queries");
    reply(Office.OPS, "/runbook run outage");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status outage").message()))
        .isEqualTo(
            """
            Runs of outage, the newest first
            Run 2 · Complete outage · waits for a yes or no: Is the status page up to date? · Olga Ops ›
            """);
    assertThat(say(Office.OPS, "/runbook status failover"))
        .isEqualTo("failover was never run. To run it: /runbook run failover");
    assertThat(say(Office.OPS, "/runbook status al")).contains("Did you mean all ?");
  }

  @Test
  void a_dry_run_says_what_it_would_ask() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage dry:yes");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook status 1").message()))
        .contains("up to date? · would ask: Is the status page up to date?")
        .contains("1 more · would ask: Tell support; Open a call");
  }

  @Test
  void the_log_says_what_people_did() throws InterruptedException {
    reply(Office.OPS, "/runbook run outage");
    say(Office.OPS, "/runbook confirm 1 looked at it");
    assertThat(Screen.wide(reply(Office.OPS, "/runbook log 1").message()))
        .contains("Olga Ops confirmed: looked at it");
  }

  @Test
  void a_run_that_is_not_there_leads_to_those_that_are() throws InterruptedException {
    assertThat(say(Office.OPS, "/runbook status 99"))
        .isEqualTo("There is no run 99. /runbook status all lists those that go on.");
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

  @Test
  void where_none_goes_on_the_last_ones_are_a_button_away() throws InterruptedException {
    assertThat(Screen.wide(reply(Office.OPS, "/runbook cancel").message()))
        .isEqualTo("Which run? None goes on now.\n[*All runs*]\n");
    assertThat(say(Office.OPS, "/runbook cancel"))
        .isEqualTo("Which run? None goes on now. /runbook status all lists the last ones.");
  }
}
