package dev.muster.commands.runbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose word counts for a run, and what the others hear. */
class RunRightsTest extends ActedOnRuns {

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
}
