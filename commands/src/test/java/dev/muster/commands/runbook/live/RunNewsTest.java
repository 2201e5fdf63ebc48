package dev.muster.commands.runbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunNewsTest implements RunThreads {

  private final Office office =
      new Office(
          Written.CHECKLIST,
          Written.LOOK,
          Written.RESTART,
          Written.FAILOVER,
          Written.LONG_LIST,
          Written.GUARDED,
          Written.SPOILT);
  private final RunNews news =
      new RunNews(
          this,
          new Summons(office.directory(), _ -> Effect.CHANGES),
          office,
          run -> Optional.of("https://muster.example.org/runs/" + run),
          office.clock());
  private final Map<String, Message> replies = new LinkedHashMap<>();
  private final Map<String, Message> answers = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  @Override
  public void append(Run run, String key, Message message) {
    assertThat(replies.put(key, message)).as("said twice: %s", key).isNull();
  }

  @Override
  public void ask(Run run, String key, Message message) {
    append(run, key, message);
  }

  @Override
  public void answered(Run run, String key, Message answer) {
    answers.putIfAbsent(key, answer);
  }

  @Override
  public void note(Run run, Who by, String text) {
    notes.add(by.name() + ": " + text);
  }

  private Run start(String runbook) throws InterruptedException {
    office.sayInThread(Office.OPS, "/runbook run " + runbook);
    if (office.runs.find(new RunId(1)).isEmpty()) {
      office.sayInThread(Office.OPS, "/runbook run " + runbook + " offer:offer1");
    }
    var begun = office.run(1);
    news.changed(Optional.empty(), begun);
    goOn(begun);
    return office.run(1);
  }

  /** Both whom it needs agree; what was said before is forgotten. */
  private void approve(Run asked) throws InterruptedException {
    replies.clear();
    office.say(Office.DBA, "/runbook approve 1");
    office.say(Office.BOSS, "/runbook approve 1");
    goOn(asked);
  }

  private void goOn(Run asked) throws InterruptedException {
    office.work();
    news.changed(Optional.of(asked), office.run(1));
  }

  private String only() {
    assertThat(replies).hasSize(1);
    return Screen.wide(replies.values().iterator().next());
  }

  private String answered(String key) {
    assertThat(answers).containsKey(key);
    var said = Screen.wide(answers.get(key));
    answers.clear();
    return said;
  }

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
    "done promoted by hand, Olga Ops marked it done: promoted by hand",
    "skip not needed, Olga Ops skipped it: not needed",
    "abort, Promote: it said no; Olga Ops ended it",
    "cancel, Cancelled by Olga Ops",
    "cancel rollback, Cancelled by Olga Ops; it is being rolled back"
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
    "cancel rollback, Olga Ops has it rolled back"
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
    "cancel rollback, Cancelled by Olga Ops"
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

  @Test
  void a_step_that_fails_again_before_it_is_started_is_said_again() throws InterruptedException {
    office.knows(Written.UNTOLD);
    office.change.does(_ -> new Outcome.Done(Map.of(), "done"));
    start("untold");
    replies.clear();
    says(Office.OPS, "/runbook retry");
    goOn(office.run(1));
    assertThat(only()).startsWith("Run 1 needs a person at step 1, Change");
    assertThat(replies).containsOnlyKeys("needs:steps.0:0:2");
  }

  @Test
  void what_breaks_again_before_a_step_is_started_is_said_again() throws InterruptedException {
    office.say(Office.OPS, "/runbook run restart-api replicas=2 size=large");
    office.sayInThread(Office.OPS, "/runbook run restart-api offer:offer1");
    var begun = office.run(1);
    office.breaks(true);
    goOn(begun);
    office.breaks(false);
    assertThat(only()).startsWith("Run 1 needs a person at step 1, Restart");
    replies.clear();

    says(Office.OPS, "/runbook retry");
    office.breaks(true);
    goOn(office.run(1));

    assertThat(only()).startsWith("Run 1 needs a person at step 1, Restart");
    assertThat(replies).containsOnlyKeys("needs:steps.0:0:2");
  }

  @Test
  void what_was_answered_by_a_rollback_and_is_asked_again_is_said_again()
      throws InterruptedException {
    office.knows(Written.HALF_KNOWN);
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    start("half-known");
    answers.clear();
    replies.clear();
    says(Office.OPS, "/runbook cancel rollback");
    goOn(office.run(1));
    assertThat(only()).startsWith("Run 1 needs a person at step 2, Change");
    assertThat(replies).containsOnlyKeys("needs:steps.1:1:0:rollback");
    says(Office.OPS, "/runbook done");
    assertThat(Screen.wide(answers.get("needs:steps.1:1:0:rollback")))
        .startsWith("Marked done by Olga Ops");
  }

  @Test
  void what_the_release_before_said_is_answered_too() throws InterruptedException {
    office.knows(Written.HALF_KNOWN);
    office.change.does(_ -> new Outcome.Unclear("lost", "nobody knows"));
    start("half-known");
    says(Office.OPS, "/runbook done");
    assertThat(answers).containsOnlyKeys("needs:steps.1:1:0", "needs:steps.1:1");
  }

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

  private void says(Person person, String text) {
    var before = office.run(1);
    office.say(person, text);
    news.changed(Optional.of(before), office.run(1));
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
        .contains("cancelled after 0 s", "cancelled by Olga Ops.");
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
