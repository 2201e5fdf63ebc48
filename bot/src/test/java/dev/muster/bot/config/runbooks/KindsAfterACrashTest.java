package dev.muster.bot.config.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRun;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind by what it declares, in a process that is gone at each of its writes. */
class KindsAfterACrashTest {

  /** What comes of a step that was begun, and of which nobody knows whether it happened. */
  private enum Then {
    DONE_AGAIN,
    LOOKED_AFTER,
    A_PERSON_DECIDES
  }

  /** What is not done again by itself: whoever adds a kind decides on it here. */
  private static final Map<String, Then> CAREFUL =
      Map.of(
          "http POST", Then.A_PERSON_DECIDES,
          "http PATCH", Then.A_PERSON_DECIDES,
          "shell", Then.A_PERSON_DECIDES,
          "postgres/create-index-concurrently", Then.LOOKED_AFTER,
          "postgres/promote", Then.LOOKED_AFTER,
          "redis/flush", Then.LOOKED_AFTER);

  private static final Set<String> CHANGING_AND_DONE_AGAIN =
      Set.of(
          "http PUT",
          "http DELETE",
          "message to",
          "postgres/alter-system",
          "postgres/analyze",
          "postgres/backup",
          "postgres/export-rows",
          "postgres/reindex-concurrently",
          "postgres/restore-verify",
          "postgres/terminate-backends",
          "postgres/vacuum-analyze",
          "redis/unlink-pattern");

  private record Case(String name, Kind kind, Map<String, Object> with) {

    Then then() {
      return CAREFUL.getOrDefault(name, Then.DONE_AGAIN);
    }

    boolean changes() {
      return !kind.effect(new Arguments(with)).readsOnly();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    var flow =
        FlowKinds.all(() -> new Kinds(Set.of()), InstantSource.system()).stream()
            .map(Kind::name)
            .collect(Collectors.toSet());
    return StepKinds.all().all().stream()
        .filter(kind -> !flow.contains(kind.name()))
        .flatMap(KindsAfterACrashTest::ways)
        .toList();
  }

  private static Stream<Case> ways(Kind kind) {
    return switch (kind.name()) {
      case "http" ->
          Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
              .map(method -> of("http " + method, kind, Map.of("method", method)));
      case "message" ->
          Stream.of(
              of("message", kind, Map.of()), of("message to", kind, Map.of("to", "channel:ops")));
      default -> Stream.of(of(kind.name(), kind, Map.of()));
    };
  }

  private static Case of(String name, Kind kind, Map<String, Object> more) {
    var with =
        kind.parameters().stream()
            .filter(Parameter::needed)
            .collect(Collectors.toMap(Parameter::name, KindsAfterACrashTest::sample));
    with.putAll(more);
    return new Case(name, kind, with);
  }

  private static Object sample(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT, ADDRESS, EXPRESSION, ANYTHING ->
          parameter.words().isEmpty() ? "text" : new TreeSet<>(parameter.words()).first();
      case NUMBER -> 1L;
      case BOOLEAN -> true;
      case DURATION -> "1s";
      case LIST -> List.of("text");
      case MAP -> Map.of("text", "text");
    };
  }

  @Test
  void what_changes_something_is_decided_on() {
    assertThat(cases().stream().filter(Case::changes).map(Case::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(CAREFUL.keySet().stream(), CHANGING_AND_DONE_AGAIN.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gone_before_its_intent_was_kept_it_is_done_once(Case it) throws InterruptedException {
    var stage = Stage.of(it);
    stage.breakAt(1, false);

    assertThat(stage.run().hasSucceeded()).isTrue();
    assertThat(stage.acts()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gone_before_it_acted(Case it) throws InterruptedException {
    var stage = Stage.of(it);
    stage.breakAt(1, true);

    if (it.then() == Then.A_PERSON_DECIDES) {
      assertThat(stage.run().state()).isInstanceOf(NeedsAttention.class);
      assertThat(stage.acts()).isEmpty();
    } else {
      assertThat(stage.run().hasSucceeded()).isTrue();
      assertThat(stage.acts()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gone_after_it_acted_before_that_was_kept(Case it) throws InterruptedException {
    var stage = Stage.of(it);
    stage.breakAt(2, false);

    assertThat(stage.acts()).hasSize(it.then() == Then.DONE_AGAIN ? 2 : 1);
    if (it.then() == Then.A_PERSON_DECIDES) {
      assertThat(stage.run().state()).isInstanceOf(NeedsAttention.class);
      assertThat(stage.engine().reads.acts()).as("what comes next").isEmpty();
      stage.engine().hands.markDone(stage.id(), TestRun.LEAD, "it is there");
      stage.engine().work();
      assertThat(stage.acts()).hasSize(1);
    }
    assertThat(stage.run().hasSucceeded()).isTrue();
    assertThat(stage.engine().reads.acts()).containsExactly("last");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gone_after_its_result_was_kept_it_was_done_once(Case it) throws InterruptedException {
    var stage = Stage.of(it);
    stage.breakAt(2, true);

    assertThat(stage.run().hasSucceeded()).isTrue();
    assertThat(stage.acts()).hasSize(1);
  }

  /** One run of a step of that kind and of one that reads. */
  private record Stage(TestEngine engine, RunId id, List<String> acts) {

    static Stage of(Case it) {
      var acts = Collections.synchronizedList(new ArrayList<String>());
      var engine = new TestEngine(new Declared(it.kind(), acts));
      var step = TestStep.of("one", it.kind().name());
      for (var given : it.with().entrySet()) {
        step = step.with(given.getKey(), given.getValue());
      }
      engine.knows(TestRunbook.of(step, TestStep.of("last", "read")));
      return new Stage(engine, engine.start("test"), acts);
    }

    void breakAt(int write, boolean isKept) throws InterruptedException {
      engine.runs.breakAt(write, isKept);
      engine.work();
    }

    Run run() {
      return engine.runs.get(id);
    }
  }

  /** What a kind says of itself, over a world that only counts. */
  private record Declared(Kind kind, List<String> acts) implements Kind {

    @Override
    public String name() {
      return kind.name();
    }

    @Override
    public String about() {
      return kind.about();
    }

    @Override
    public List<Parameter> parameters() {
      return kind.parameters();
    }

    @Override
    public Effect effect(Arguments with) {
      return kind.effect(with);
    }

    @Override
    public boolean isIdempotent(Arguments with) {
      return kind.isIdempotent(with);
    }

    @Override
    public String describe(Arguments with) {
      return kind.describe(with);
    }

    @Override
    public Outcome act(Attempt attempt) {
      acts.add(attempt.step());
      return new Outcome.Done(Map.of(), "done");
    }

    @Override
    public Reconciled reconcile(Attempt attempt) throws InterruptedException {
      if (!looks()) {
        return Kind.super.reconcile(attempt);
      }
      return acts.isEmpty()
          ? new Reconciled.DidNot("it is not there")
          : new Reconciled.Happened(new Outcome.Done(Map.of(), "it is there"));
    }

    private boolean looks() {
      try {
        return kind.getClass().getMethod("reconcile", Attempt.class).getDeclaringClass()
            != Kind.class;
      } catch (NoSuchMethodException e) {
        throw new AssertionError(e);
      }
    }
  }
}
