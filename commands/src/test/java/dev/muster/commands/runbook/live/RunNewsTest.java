package dev.muster.commands.runbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunNewsTest extends ToldRuns {

  @Test
  void an_approval_names_those_who_may_give_it_once() throws InterruptedException {
    var asking = start("failover");
    news.changed(Optional.of(asking), asking);
    assertThat(only())
        .isEqualTo(
            """
            Run 1 waits for approval at step 1, Approve · Fail over
            Promote app-replica?
            Needs 2 of dba, not whoever asked for it
            → Dan DBA, Bea Boss
            [*Approve*] [Reject] [Show the run]
            """);
    assertThat(replies).containsOnlyKeys("asks:steps.0:1");
  }

  @Test
  void whoever_asked_for_it_is_not_called_to_approve_it() throws InterruptedException {
    office.sayInThread(Office.BOSS, "/runbook run failover");
    office.sayInThread(Office.BOSS, "/runbook run failover offer:offer1");
    goOn(office.run(1));
    assertThat(only()).contains("→ Dan DBA\n");
  }

  @Test
  void what_is_done_by_hand_calls_whoever_asked_for_the_run() throws InterruptedException {
    start("outage");
    assertThat(only())
        .contains("Is the status page up to date?", "→ Olga Ops", "[*Yes*] [No] [Show the run]");
  }

  @Test
  void whoever_is_at_it_is_not_called_for_the_next_thing_by_hand() throws InterruptedException {
    var asked = start("outage");
    replies.clear();
    office.say(Office.OPS, "/runbook confirm 1");
    goOn(asked);
    assertThat(replies).isEmpty();
  }

  @Test
  void after_a_while_they_may_be_gone_and_are_called_again() throws InterruptedException {
    var asked = start("outage");
    replies.clear();
    office.say(Office.OPS, "/runbook confirm 1");
    office.work();
    office.advance(Duration.ofMinutes(6));
    news.changed(Optional.of(asked), office.run(1));
    assertThat(only()).contains("2 lines to tick");
  }

  @Test
  void a_list_is_ticked_in_the_message_of_the_run() throws InterruptedException {
    start("long-list");
    assertThat(only()).contains("25 lines to tick").endsWith("[Show the list]\n");
  }

  @Test
  void what_needs_attention_says_what_is_known_and_can_be_mended_from_there()
      throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    approve(start("failover"));
    assertThat(only())
        .isEqualTo(
            """
            Run 1 needs a person at step 2, Promote · Fail over
            Promote: it said no. Nothing further was done.
            → Olga Ops
            [*Retry*] [Mark done] [Skip] [Show the run]
            """);
  }

  @Test
  void an_end_is_summed_up_with_its_target_and_stands_in_the_timeline()
      throws InterruptedException {
    approve(start("failover"));
    assertThat(only())
        .isEqualTo(
            """
            (RESOLVED) Run 1, Fail over: done in 0 s failover
            Target 5 min kept: it took 0 s
            2 steps done
            Whole log↗
            [Log]
            """);
    assertThat(notes)
        .containsExactly(
            "Olga Ops: Run 1 of runbook failover began: Fail over",
            "Muster: Run 1 waits for approval at step 1, Approve · Fail over",
            "Muster: Run 1, Fail over: done in 0 s. Target 5 min kept: it took 0 s");
  }

  @Test
  void the_timeline_tells_who_approved_what_once_each() throws InterruptedException {
    start("failover");
    notes.clear();

    says(Office.DBA, "/runbook approve 1");
    says(Office.DBA, "/runbook approve 1");
    says(Office.BOSS, "/runbook approve 1 lag is zero");
    says(Office.BOSS, "/runbook approve 1");

    assertThat(notes)
        .containsExactly(
            "Dan DBA: Approved run 1 at step 1, Approve (one of 2)",
            "Bea Boss: Approved run 1 at step 1, Approve (one of 2): lag is zero");
  }

  @Test
  void the_timeline_tells_who_rejected_what_and_why() throws InterruptedException {
    start("failover");
    notes.clear();

    says(Office.DBA, "/runbook reject 1 the primary is back");

    assertThat(notes)
        .containsExactly("Dan DBA: Rejected run 1 at step 1, Approve: the primary is back");
  }

  @Test
  void the_timeline_tells_who_broke_the_glass_and_why() throws InterruptedException {
    office.breakGlass(new BreakGlass(Set.of("reader"), Duration.ofMinutes(10), false));
    start("failover");
    notes.clear();
    office.advance(Duration.ofMinutes(10));

    says(Office.READER, "/runbook break-glass 1 primary gone");

    assertThat(notes)
        .containsExactly("Rita Reader: Broke the glass of run 1 at step 1, Approve: primary gone");
  }

  @Test
  void the_timeline_tells_who_confirmed_what_and_who_ticked_the_list_once()
      throws InterruptedException {
    start("outage");
    notes.clear();

    says(Office.OPS, "/runbook confirm 1 it says so since 9:55");
    office.work();
    says(Office.OPS, "/runbook tick 1 2");
    assertThat(notes)
        .containsExactly(
            "Olga Ops: Confirmed run 1 at step 1, Is the status page up to date? it says so since"
                + " 9:55");
    notes.clear();
    office.advance(Duration.ofMinutes(1));
    says(Office.BOSS, "/runbook tick 1 1");

    assertThat(notes)
        .containsExactly(
            "Bea Boss: Ticked all 2 lines of run 1 at step 2, Tell support and 1 more (with Olga"
                + " Ops)");
  }

  @Test
  void the_timeline_tells_who_said_no() throws InterruptedException {
    start("outage");
    notes.clear();

    says(Office.OPS, "/runbook reject 1 nobody wrote it");

    assertThat(notes.getFirst())
        .isEqualTo(
            "Olga Ops: Said no to run 1 at step 1, Is the status page up to date? nobody wrote it");
  }

  @Test
  void a_cancelled_run_says_by_whom() throws InterruptedException {
    var asked = start("outage");
    replies.clear();
    office.say(Office.OPS, "/runbook cancel 1");
    goOn(asked);
    assertThat(only())
        .startsWith("(NONE) ")
        .contains("cancelled after 0 s", "Cancelled by Olga Ops.");
  }

  @Test
  void a_cancelled_run_says_so_once_in_the_timeline() throws InterruptedException {
    start("outage");
    notes.clear();
    office.advance(Duration.ofMinutes(2));

    says(Office.OPS, "/runbook cancel 1");
    goOn(office.run(1));

    assertThat(notes).singleElement().asString().endsWith(": cancelled after 2 min by Olga Ops");
  }

  @Test
  void the_timeline_tells_who_marked_what_done_and_had_it_rolled_back()
      throws InterruptedException {
    var asked = spoiltAtItsLastStep();
    notes.clear();
    office.advance(Duration.ofMinutes(2));

    says(Office.OPS, "/runbook done 1 I looked");
    goOn(asked);
    says(Office.OPS, "/runbook rollback 1");
    var undoing = office.run(1);
    office.change.does(_ -> new Outcome.Done(Map.of(), "undone"));
    replies.clear();
    goOn(undoing);

    assertThat(notes)
        .containsExactly(
            "Olga Ops: Marked done run 1 at step 2, Promote: I looked",
            "Muster: Run 1 needs a person at step 3, Next · Fail over. Next: it said no",
            "Olga Ops: Asked to roll back run 1 at step 3, Next",
            "Muster: Run 1, Fail over: rolled back after 2 min by Olga Ops. Undone: Promote");
    assertThat(only())
        .startsWith("(NONE) Run 1, Fail over: rolled back after 2 min failover\n")
        .contains("\nRolled back by Olga Ops.\n", "1 undone");
  }

  @Test
  void what_ended_a_run_is_told_before_what_somebody_skipped_by_its_name()
      throws InterruptedException {
    office.knows(Written.FAILOVER + "  - {id: next, name: Next, uses: change}\n");
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    var asked = start("failover");
    approve(asked);
    notes.clear();

    says(Office.OPS, "/runbook skip 1 not needed");
    goOn(asked);

    assertThat(notes)
        .startsWith("Olga Ops: Skipped run 1 at step 2, Promote: not needed")
        .last()
        .asString()
        .endsWith(". Next: it said no; Promote was skipped by Olga Ops");
  }

  /** Its second step did not answer, and neither does its third one. */
  private Run spoiltAtItsLastStep() throws InterruptedException {
    office.knows(Written.FAILOVER + "  - {id: next, name: Next, uses: change, onFailure: pause}\n");
    office.change.does(attempt ->
        attempt.step().equals("next")
            ? new Outcome.Failed("refused", "it said no")
            : new Outcome.Unclear("lost", "no answer"));
    var asked = start("failover");
    approve(asked);
    return asked;
  }

  @Test
  void the_end_of_a_run_loses_its_buttons_when_it_is_rolled_back() throws InterruptedException {
    office.knows(Written.FAILOVER + "  - {id: next, name: Next, uses: change}\n");
    office.change.does(attempt ->
        attempt.step().equals("next")
            ? new Outcome.Failed("refused", "it said no")
            : new Outcome.Done(Map.of(), "done"));
    approve(start("failover"));
    assertThat(only()).endsWith("[Roll back] [Run again] [Log]\n");
    answers.clear();
    office.advance(Duration.ofMinutes(1));

    says(Office.OPS, "/runbook rollback 1");

    assertThat(answers).hasSize(1).containsOnlyKeys(replies.keySet());
    assertThat(Screen.wide(answers.values().iterator().next()))
        .startsWith("(HIGH) Run 1, Fail over: failed after 0 s failover\n")
        .endsWith("It is rolled back since 10:01\n");
  }

  @Test
  void a_dry_run_is_summed_up_and_stands_in_no_timeline() throws InterruptedException {
    office.say(Office.OPS, "/runbook run failover dry:yes");
    var begun = office.run(1);
    news.changed(Optional.empty(), begun);
    goOn(begun);
    assertThat(only()).startsWith("(RESOLVED) Dry run 1, Fail over: dry run done in 0 s");
    assertThat(notes).isEmpty();
  }
}
