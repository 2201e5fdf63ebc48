package dev.muster.runbooks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.start.Plan.Line;
import dev.muster.runbooks.start.Plan.Whether;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void says_each_step_with_what_is_known_and_touches_nothing() {
    engine.knows(
        TestRunbook.of(
                TestStep.of("one", "change")
                    .with("text", names -> String.valueOf(names.get("vars")))
                    .undoneBy("undo"),
                TestStep.of("two", "read").onlyIf(_ -> false),
                TestStep.of("three", "read").with("text", _ -> unknown()))
            .with(Phase.ALWAYS, TestStep.of("clean", "read")));

    var plan = plan("test");

    assertThat(plan.canBeRun()).isTrue();
    assertThat(plan.lines())
        .extracting(Line::does)
        .containsExactly("change {api=https://api.example.org}", "read …", "read …", "read …");
    assertThat(plan.lines())
        .extracting(Line::whether)
        .containsExactly(Whether.YES, Whether.NO, Whether.YES, Whether.YES);
    assertThat(plan.lines().getFirst().undoes()).contains("undo {api=https://api.example.org}");
    assertThat(plan.effect()).isEqualTo(Effect.CHANGES);
    assertThat(engine.changes.acts()).isEmpty();
    assertThat(engine.reads.acts()).isEmpty();
  }

  @Test
  void a_step_that_is_left_out_changes_nothing() {
    engine.knows(TestRunbook.of(TestStep.of("one", "change").onlyIf(_ -> false)));

    assertThat(plan("test").effect()).isEqualTo(Effect.READS);
  }

  @Test
  void what_a_nested_runbook_does_is_part_of_it() {
    engine.knows(
        TestRunbook.named("outer")
            .with(Phase.STEPS, TestStep.of("in", "runbook").with("runbook", "test")),
        TestRunbook.of(TestStep.of("one", "change")));

    assertThat(plan("outer").effect()).isEqualTo(Effect.CHANGES);
    assertThat(plan("outer").lines().getFirst().plan().orElseThrow().lines()).hasSize(1);
  }

  @Test
  void says_why_it_cannot_be_run() {
    engine.knows(
        TestRunbook.of(TestStep.of("in", "runbook").with("runbook", "nothing"))
            .with(
                new Input(
                    "count",
                    new Input.Type.Whole(Optional.of(1L), Optional.empty()),
                    true,
                    null,
                    ""))
            .with(new Input("token", new Input.Type.Secret("TOKEN"), true, null, "")));

    var problems = plan("test").problems();

    assertThat(problems).hasSize(3);
    assertThat(problems.getFirst()).startsWith("count is missing");
    assertThat(engine.starts.start(TestEngine.request("test", Mode.REAL)))
        .isEqualTo(new Started.Refused(problems));
  }

  @Test
  void shows_no_secret() {
    engine.keeps("TOKEN", "hunter2hunter2");
    engine.knows(
        TestRunbook.of(
                TestStep.of("one", "change")
                    .with("text", names -> String.valueOf(names.get("inputs"))))
            .with(new Input("token", new Input.Type.Secret("TOKEN"), true, null, "")));

    assertThat(plan("test").toString()).contains("•••").doesNotContain("hunter2");
  }

  @Test
  void says_who_must_approve() {
    var approval = new Permissions.Approval(Set.of("dba"), 2, true);
    engine.knows(
        TestRunbook.of(TestStep.of("go", "approve").with("message", "Go?")).approvedBy(approval));

    assertThat(plan("test").definition().runbook().permissions().approve()).isEqualTo(approval);
    assertThat(plan("test").lines().getFirst().does()).isEqualTo("ask: Go?");
  }

  @Test
  void there_is_none_of_what_there_is_not() {
    assertThat(engine.starts.plan(TestEngine.request("nothing", Mode.REAL))).isEmpty();
    assertThat(engine.starts.start(TestEngine.request("nothing", Mode.REAL)))
        .isInstanceOf(Started.Unknown.class);
  }

  private static Object unknown() {
    throw new Unevaluable("only a step shows that");
  }

  private Plan plan(String runbook) {
    return engine.starts.plan(TestEngine.request(runbook, Mode.REAL)).orElseThrow();
  }
}
