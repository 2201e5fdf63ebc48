package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.LoggedReviews;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.runbook.review.Glass;
import dev.muster.commands.runbook.review.GlassWatch;
import dev.muster.commands.runbook.review.Review;
import dev.muster.integrations.postgres.review.PostgresReviews;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do in a run stands in the operation log as what the run does. */
class PeopleInJournalTest extends TestJournal {

  private static final BreakGlass RULE = new BreakGlass(Set.of("dba"), Duration.ofMinutes(5), true);
  private static final String ASKS =
      """
      permissions: {approve: {quorum: 1}}
      steps:
        - {id: go, uses: approve, with: {message: "Go?"}}
        - {id: empty, name: Empty the cache, uses: change}
      """;

  private final PostgresReviews reviews = new PostgresReviews(replica.database());

  private RunId asked(String written) throws InterruptedException {
    runs.knows("people", written);
    var id = runs.start("people");
    runs.worker().work(id);
    return id;
  }

  private StepPath step(RunId id) {
    return ((Asking) runs.get(id).state()).step();
  }

  private Account entry() {
    return all().getFirst().account();
  }

  @Test
  void what_people_ticked_and_confirmed_among_the_steps_was_done_by_hand() throws Exception {
    var id =
        asked(
            """
            steps:
              - {id: empty, name: Empty the cache, uses: change}
              - {id: undelete, name: Undelete, uses: checklist, with: {items: [One, Two, Three]}}
              - {id: told, name: Tell them, uses: confirm, with: {message: "Are they told?"}}
            verification:
              - checklist: [All see it]
            """);
    var list = step(id);
    for (var line = 0; line < 3; line++) {
      runs.hands().tick(id, list, line, true, TestRuns.DEVOPS);
    }
    runs.worker().work(id);
    runs.hands().confirm(id, step(id), TestRuns.LEAD, true, "by mail");
    runs.worker().work(id);
    runs.hands().tick(id, step(id), 0, true, TestRuns.DEVOPS);
    goOn(id);

    assertThat(entry().impact())
        .isEqualTo(
            "Did: Empty the cache. By hand: Undelete (3 lines, DevOps Engineer), Tell them"
                + " (confirmed, Lead Engineer).");
  }

  @Test
  void a_run_in_which_only_people_did_something_writes_an_entry() throws Exception {
    var id = asked("steps:\n  - {id: list, uses: checklist, with: {items: [Restart it]}}\n");
    runs.hands().tick(id, step(id), 0, true, TestRuns.LEAD);
    goOn(id);

    assertThat(entry().impact()).isEqualTo("By hand: List (1 line, Lead Engineer).");
  }

  @Test
  void a_step_that_somebody_marked_done_was_done_by_them() throws Exception {
    var id =
        asked(
            """
            steps:
              - {id: look, name: Make room, uses: read, expect: "1 == 2", onFailure: pause}
            """);
    assertThat(runs.get(id).state()).isInstanceOf(NeedsAttention.class);
    runs.hands().markDone(id, TestRuns.LEAD, "made room");
    goOn(id);

    assertThat(entry().impact()).isEqualTo("By hand: Make room (marked done, Lead Engineer).");
  }

  @Test
  void a_no_and_a_list_that_nobody_ticked_are_no_deeds() throws Exception {
    var id =
        asked(
            """
            steps:
              - {id: told, uses: confirm, with: {message: "Are they told?"}}
            """);
    runs.hands().confirm(id, step(id), TestRuns.LEAD, false, "nobody answers");
    goOn(id);

    assertThat(all()).isEmpty();
  }

  private RunId broken() throws InterruptedException {
    var watch = new GlassWatch(new Glass(() -> Optional.of(RULE), reviews), (_, _) -> {}, clock);
    var journaling = journal.get();
    journal.set((before, after) -> {
      watch.changed(before, after);
      journaling.changed(before, after);
    });
    var id = asked(ASKS);
    clock.advance(Duration.ofMinutes(6));
    runs.hands().breakGlass(id, step(id), TestRuns.LEAD, "nobody  is awake", RULE);
    return id;
  }

  @Test
  void broken_glass_says_by_whom_and_why_and_is_to_be_looked_at() throws Exception {
    var id = broken();
    goOn(id);

    assertThat(entry().issues()).isEqualTo("Lead Engineer broke the glass: nobody is awake.");
    assertThat(entry().followUp())
        .isEqualTo("Look at the broken glass: /runbook review " + id + ".");
  }

  @Test
  void nobody_is_asked_to_look_at_glass_that_somebody_has_looked_at() throws Exception {
    var id = broken();
    reviews.close(id, new Review.Closed(TestRuns.DEVOPS, "was right", clock.instant()));
    goOn(id);

    assertThat(entry().issues()).isEqualTo("Lead Engineer broke the glass: nobody is awake.");
    assertThat(entry().followUp()).isEmpty();
  }

  @Test
  void who_looked_at_it_afterwards_stands_there_too() throws Exception {
    var id = broken();
    goOn(id);
    var closed = new Review.Closed(TestRuns.DEVOPS, "was right", clock.instant());

    new LoggedReviews(reviews, log).close(id, closed);
    new LoggedReviews(reviews, log).close(id, closed);

    assertThat(all().getFirst().addenda())
        .containsExactly(
            new Addendum(
                Part.FOLLOW_UP,
                "Looked at the broken glass: was right",
                TestRuns.DEVOPS,
                clock.instant()));
  }

  @Test
  void broken_glass_is_told_once_though_the_run_is_rolled_back_later() throws Exception {
    var id = broken();
    goOn(id);
    runs.hands().rollBack(id, TestRuns.LEAD);
    goOn(id);

    assertThat(all().getFirst().addenda())
        .extracting(Addendum::text)
        .noneMatch(text -> text.contains("glass"));
  }
}
