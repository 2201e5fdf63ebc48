package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.BACKEND;
import static dev.muster.runbooks.testing.TestRun.DEVOPS;
import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Permissions.Approval;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepState.Started;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.start.Plan;
import dev.muster.runbooks.start.Plan.Whether;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The ten promises of the engine, in their order; each is tried from more sides elsewhere. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PromisesTest {

  private static final String SECRET = "hunt\"er/2+&";

  private final TestEngine engine = new TestEngine();

  @Test
  void promise_01_editing_a_file_never_changes_a_run_that_has_begun() throws Exception {
    engine.knows(TestRunbook.of(ask("go"), change("as-it-was")));
    var run = engine.worked("test");

    engine.knows(TestRunbook.of(ask("go"), change("edited")));
    vote(run.id(), LEAD);
    engine.work();

    assertThat(engine.changes.acts()).containsExactly("as-it-was");
  }

  @Test
  void promise_02_what_is_meant_is_kept_before_and_what_came_of_it_after() throws Exception {
    engine.changes.does(attempt -> {
      var kept = engine.runs.get(new RunId(attempt.run())).steps().in(Phase.STEPS).getLast();
      assertThat(kept.state()).isInstanceOf(Started.class);
      return new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("again").idempotent(), change("never-twice")));
    var id = engine.start("test");
    engine.runs.breakAt(2, false);
    engine.work();
    assertThat(engine.changes.acts()).containsExactly("again", "again", "never-twice");

    var other = engine.start("test");
    engine.runs.breakAt(3, false);
    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
    assertThat(engine.runs.get(other).state())
        .isInstanceOfSatisfying(
            NeedsAttention.class,
            it -> assertThat(it.words()).contains("Muster stopped while it did this"));
    assertThat(engine.changes.acts()).hasSize(5);
  }

  @Test
  void promise_03_one_worker_has_a_run_and_whoever_lost_it_writes_nothing() throws Exception {
    engine.changes.does(attempt -> {
      engine.runs.claim(new RunId(attempt.run()));
      return new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("one"), read("two")));
    var id = engine.start("test");

    engine.worker().work(id);

    assertThat(engine.reads.acts()).isEmpty();
    assertThat(engine.runs.get(id).steps().in(Phase.STEPS).getFirst().isSettled()).isFalse();
  }

  @Test
  void promise_04_what_waits_is_kept_and_holds_nothing() throws Exception {
    engine.knows(
        TestRunbook.of(
            TestStep.of("rest", "wait").with("for", "1h"),
            ask("go"),
            TestStep.of("list", "checklist").with("items", List.of("a")),
            read("last")));
    var id = engine.worked("test").id();
    assertThat(engine.runs.due()).isEmpty();
    engine.advance(Duration.ofHours(1));
    engine.work();
    assertThat(engine.runs.due()).isEmpty();
    vote(id, LEAD);
    engine.work();
    assertThat(engine.runs.due()).isEmpty();
    engine.hands.tick(id, ((Asking) engine.runs.get(id).state()).step(), 0, true, LEAD);
    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
  }

  @Test
  void promise_05_what_was_done_is_undone_last_first_and_what_fails_then_is_shown()
      throws Exception {
    engine.undoes.does(attempt ->
        attempt.step().equals("one") ? new Failed("no", "refused") : new Done(Map.of(), ""));
    var steps =
        new TestStep[] {
          change("one").undoneBy("undo"), change("kept"), change("two").undoneBy("undo")
        };
    engine.knows(
        TestRunbook.of(steps).with(Phase.VERIFICATION, read("works").expect(_ -> false)),
        TestRunbook.named("policy")
            .with(Phase.STEPS, steps)
            .with(
                Phase.VERIFICATION,
                read("works").expect(_ -> false).onFailure(OnFailure.ROLLBACK)));
    var byButton = engine.worked("test").id();
    engine.hands.rollBack(byButton, LEAD);
    engine.work();
    var byPolicy = engine.worked("policy").id();

    for (var id : List.of(byButton, byPolicy)) {
      assertThat(engine.runs.get(id).state())
          .isInstanceOfSatisfying(
              NeedsAttention.class, it -> assertThat(it.words()).isEqualTo("Undo: one: refused"));
    }
    assertThat(engine.undoes.acts()).containsExactly("two", "one", "two", "one");
  }

  @Test
  void promise_06_no_secret_leaves_the_engine_in_any_of_its_forms() throws Exception {
    var forms =
        List.of(
            SECRET,
            Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)),
            URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
            SECRET.replace("\"", "\\\""));
    var all = String.join(" ", forms);
    engine.keeps("TOKEN", SECRET);
    engine.changes.does(attempt -> {
      attempt.output().line(all);
      return attempt.step().equals("bad")
          ? new Failed("no", all)
          : new Done(Map.of("found", List.of(all)), all);
    });
    engine.knows(
        TestRunbook.of(
                change("one").output("kept", names -> all),
                ask("go").with("message", names -> all),
                change("bad"))
            .with(new Input("token", new Input.Type.Secret("TOKEN"), true, null, "")));
    var id = engine.worked("test").id();
    var asked = engine.runs.get(id).toString();
    vote(id, LEAD);
    engine.work();

    var told = asked + engine.runs.get(id) + engine.log.texts();
    assertThat(told).contains("•••").doesNotContain(forms);
  }

  @Test
  void promise_07_the_last_lines_are_at_hand_and_all_of_them_behind_the_link() throws Exception {
    engine.changes.does(attempt -> {
      IntStream.range(0, 1_000).forEach(i -> attempt.output().line("line " + i));
      return new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("one")));
    var id = engine.worked("test").id();

    assertThat(engine.log.tail(id, 2))
        .extracting(line -> line.text())
        .containsExactly("line 998", "line 999");
    assertThat(engine.log.page(id, 0, 2_000)).hasSize(1_000);
  }

  @Test
  void promise_08_a_plan_shows_what_would_happen_and_nothing_does() {
    engine.knows(
        TestRunbook.of(
                read("look").with("text", names -> "at " + names.get("vars")),
                change("left-out").onlyIf(_ -> false),
                ask("go"),
                change("last").undoneBy("undo").pointOfNoReturn())
            .approvedBy(new Approval(Set.of("dba"), 2, true)));

    var plan = engine.starts.plan(TestEngine.request("test", Mode.REAL)).orElseThrow();

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.lines())
        .extracting(Plan.Line::does)
        .containsExactly(
            "read at {api=https://api.example.org}", "change …", "ask: Go?", "change …");
    assertThat(plan.lines())
        .extracting(Plan.Line::whether)
        .containsExactly(Whether.YES, Whether.NO, Whether.YES, Whether.YES);
    assertThat(plan.lines().getLast().undoes()).contains("undo …");
    assertThat(plan.lines().getLast().pointOfNoReturn()).isTrue();
    assertThat(plan.effect()).isEqualTo(Effect.CHANGES);
    assertThat(plan.definition().runbook().permissions().approve().quorum()).isEqualTo(2);
    assertThat(engine.runs.all()).isEmpty();
    assertThat(engine.changes.acts()).isEmpty();
    assertThat(engine.reads.acts()).isEmpty();
  }

  @Test
  void promise_09_a_quorum_is_of_different_people_and_not_of_whoever_asked() throws Exception {
    engine.knows(
        TestRunbook.of(ask("go"), change("last")).approvedBy(new Approval(Set.of(), 2, true)));
    var id = engine.worked("test").id();

    assertThat(vote(id, DEVOPS)).as("whoever asked").isInstanceOf(Ruling.Refused.class);
    assertThat(vote(id, LEAD)).isInstanceOf(Ruling.Applied.class);
    assertThat(vote(id, new Who(LEAD.id(), "Lead on another platform")))
        .isInstanceOf(Ruling.Refused.class);
    engine.work();
    assertThat(engine.changes.acts()).isEmpty();
    vote(id, BACKEND);
    engine.work();

    assertThat(engine.changes.acts()).containsExactly("last");
  }

  @Test
  void promise_10_a_failed_step_never_ends_green() throws Exception {
    engine.changes.does(_ -> new Failed("no", "refused"));
    for (var policy : OnFailure.values()) {
      engine.knows(TestRunbook.of(change("one").onFailure(policy), read("two")));
      var id = engine.worked("test").id();
      engine.hands.skip(id, LEAD, "");
      engine.work();

      assertThat(engine.runs.get(id).isOver()).as(policy.name()).isTrue();
      assertThat(engine.runs.get(id).hasSucceeded()).as(policy.name()).isFalse();
    }
  }

  private Ruling vote(RunId id, Who who) {
    var step = ((Asking) engine.runs.get(id).state()).step();
    var vote = new Vote(who, Choice.APPROVE, engine.now(), "");
    return engine.hands.vote(id, step, vote, _ -> true).orElseThrow();
  }
}
