package dev.muster.commands.runbook.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.live.LiveCard;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.Who;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The message of a run, state by state; each is what a phone shows. */
class RunCardTest {

  private final Office office =
      new Office(
          Written.CHECKLIST, Written.LOOK, Written.FAILOVER, Written.LONG_LIST, Written.GUARDED);
  private final LiveCard card = new LiveCard(office.means(), _ -> Optional.empty());

  private String shown() {
    return Screen.wide(card.apply(new RunId(1)));
  }

  private void failover() throws InterruptedException {
    office.say(Office.OPS, "/runbook run failover");
    office.say(Office.OPS, "/runbook run failover offer:offer1");
    office.work();
  }

  private void approve() throws InterruptedException {
    office.say(Office.DBA, "/runbook approve 1");
    office.say(Office.BOSS, "/runbook approve 1");
    office.work();
  }

  @Test
  void waiting_for_approval() throws InterruptedException {
    failover();
    office.say(Office.DBA, "/runbook approve 1");
    assertThat(shown())
        .isEqualTo(
            """
            (MEDIUM) Fail over · waits for approval run 1
            failover · Olga Ops, 10:00
            Target 5 min, until 10:05
            ? 1 Approve · since 10:00
            · 2 Promote
            Promote app-replica?
            Needs 2 of dba, not whoever asked for it · approved by Dan DBA
            [*Approve*] [Reject] [Cancel] [Log]
            """);
  }

  @Test
  void nothing_in_it_grows_old_while_nobody_edits_it() throws InterruptedException {
    failover();
    var before = shown();
    office.advance(Duration.ofMinutes(3));
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void a_target_that_is_missed_is_said() throws InterruptedException {
    failover();
    office.advance(Duration.ofMinutes(6));
    assertThat(shown()).contains("Target of 5 min missed at 10:05");
    approve();
    assertThat(shown()).contains("Target 5 min missed: it took 6 min");
  }

  @Test
  void what_ended_badly_in_time_has_missed_nothing() throws InterruptedException {
    failover();
    office.say(Office.DBA, "/runbook reject 1");
    office.work();
    assertThat(shown()).contains("cancelled after 0 s").doesNotContain("Target");
  }

  @Test
  void what_ended_badly_after_its_time_has_missed_it() throws InterruptedException {
    failover();
    office.advance(Duration.ofMinutes(6));
    office.say(Office.DBA, "/runbook reject 1");
    office.work();
    assertThat(shown()).contains("Target 5 min missed: it took 6 min");
  }

  @Test
  void needing_a_person() throws InterruptedException {
    office.change.does(_ -> new Outcome.Failed("refused", "it said no"));
    failover();
    approve();
    assertThat(shown())
        .startsWith("(HIGH) Fail over · needs a person run 1\n")
        .contains("It stopped here: Promote: it said no. Nothing further was done.")
        .endsWith("[*Retry*] [Mark done] [Skip]\n[Abort] [Log]\n");
  }

  @Test
  void what_guards_the_steps_is_not_gone_round() throws InterruptedException {
    office.say(Office.OPS, "/runbook run guarded");
    office.say(Office.OPS, "/runbook run guarded offer:offer1");
    office.work();
    office.advance(Duration.ofMinutes(16));
    office.work();
    assertThat(office.run(1).state()).isInstanceOf(RunState.NeedsAttention.class);
    assertThat(shown()).endsWith("[*Retry*]\n[Abort] [Log]\n");
  }

  @Test
  void what_was_done_can_be_undone_as_long_as_there_is_something_to_undo()
      throws InterruptedException {
    office.knows(Written.FAILOVER + "  - {id: next, name: Next, uses: change}\n");
    office.change.does(attempt ->
        attempt.step().equals("next")
            ? new Outcome.Failed("refused", "it said no")
            : new Outcome.Done(Map.of(), "done"));
    failover();
    approve();
    assertThat(shown())
        .startsWith("(HIGH) Fail over · failed after 0 s run 1\n")
        .contains("✗ 3 Next · it said no", "Next: it said no.\n")
        .endsWith("[Roll back] [Run again] [Log]\n");
    office.say(Office.OPS, "/runbook rollback 1");
    assertThat(shown()).contains("· rolls back run 1").endsWith("[Pause] [Log]\n");
    office.work();
    assertThat(shown()).contains("✓ 2 Undo: Promote · 0 s").endsWith("\n[Run again] [Log]\n");
  }

  @Test
  void a_dry_run_says_so_first_and_offers_no_way_back() throws InterruptedException {
    office.say(Office.OPS, "/runbook run failover dry:yes");
    office.work();
    assertThat(shown())
        .startsWith("(RESOLVED) DRY RUN · Fail over · dry run done in 0 s run 1\n")
        .endsWith("[Log]\n");
  }

  @Test
  void a_checklist_shows_who_did_what_and_when() throws InterruptedException {
    office.say(Office.OPS, "/runbook run outage");
    office.work();
    office.say(Office.OPS, "/runbook confirm 1");
    office.work();
    office.say(Office.BOSS, "/runbook tick 1 1");
    assertThat(shown())
        .contains("1 ☑ Tell support · Bea Boss, 10:00\n2 ☐ Open a call ›\n")
        .endsWith("[Cancel] [Log]\n");
  }

  @Test
  void who_ticked_what_stays_readable_when_a_run_is_cancelled() throws InterruptedException {
    office.say(Office.OPS, "/runbook run outage");
    office.work();
    office.say(Office.OPS, "/runbook confirm 1");
    office.work();
    office.say(Office.BOSS, "/runbook tick 1 1");
    office.advance(Duration.ofMinutes(2));
    office.say(Office.OPS, "/runbook cancel 1");
    assertThat(shown())
        .contains("· skipped · cancelled by Olga Ops\n☑ Tell support · Bea Boss, 10:00\n")
        .doesNotContain("Open a call");
  }

  @Test
  void of_a_long_list_all_that_is_open_comes_into_sight() throws InterruptedException {
    office.say(Office.OPS, "/runbook run long-list");
    office.work();
    assertThat(shown()).contains("☑ 0 of 25 done", "☐ a20 ›").doesNotContain("☐ a21 ›");
    for (var line = 1; line <= 6; line++) {
      office.say(Office.OPS, "/runbook tick 1 " + line);
    }
    assertThat(shown()).contains("☑ 6 of 25 done\n7 ☐ a07 ›", "☐ a25 ›");
  }

  @Test
  void a_runbook_that_cannot_be_read_is_said_to_be_so() throws InterruptedException {
    failover();
    var run = office.run(1);
    var paused =
        run.to(new RunState.Paused(Who.MUSTER, office.clock().instant()), run.origin().at());
    assertThat(Screen.wide(card.of(paused)))
        .startsWith("(NONE) Fail over · rests, its runbook is unread run 1\n")
        .contains("This Muster cannot read the runbook")
        .endsWith("[*Resume*] [Cancel] [Log]\n");
  }
}
