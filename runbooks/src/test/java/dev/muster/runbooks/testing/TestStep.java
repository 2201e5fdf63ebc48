package dev.muster.runbooks.testing;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Retry;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.template.Templates;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A step for tests, part by part. */
public record TestStep(Step step) {

  public static TestStep ask(String id) {
    return of(id, "approve").with("message", "Go?");
  }

  public static TestStep change(String id) {
    return of(id, "change");
  }

  public static TestStep read(String id) {
    return of(id, "read");
  }

  public static TestStep of(String id, String kind) {
    return new TestStep(
        new Step(
            id,
            id,
            new Action(kind, Map.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Retry.NEVER,
            OnFailure.ABORT,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()));
  }

  public TestStep with(String name, Object value) {
    return with(name, Templates.fixed(value));
  }

  /** With what comes of the names that there are then. */
  public TestStep with(String name, Function<Map<String, ?>, Object> value) {
    return with(name, new Computed(value));
  }

  private TestStep with(String name, Template value) {
    var more = new LinkedHashMap<>(step.action().with());
    more.put(name, value);
    return new TestStep(Parts.of(step).action(new Action(step.action().uses(), more)).step());
  }

  public TestStep onlyIf(Function<Map<String, ?>, Object> value) {
    return new TestStep(Parts.of(step).onlyIf(new Computed(value)).step());
  }

  public TestStep forEach(Function<Map<String, ?>, Object> value) {
    return new TestStep(Parts.of(step).forEach(new Computed(value)).step());
  }

  public TestStep expect(Function<Map<String, ?>, Object> value) {
    return new TestStep(Parts.of(step).expect(new Computed(value)).step());
  }

  public TestStep output(String name, Function<Map<String, ?>, Object> value) {
    return new TestStep(Parts.of(step).outputs(Map.of(name, new Computed(value))).step());
  }

  public TestStep timeout(Duration limit) {
    return new TestStep(Parts.of(step).timeout(limit).step());
  }

  public TestStep retry(int max, Duration delay) {
    var retry = new Retry(max, false, delay, delay, Set.of());
    return new TestStep(Parts.of(step).retry(retry).step());
  }

  public TestStep onFailure(OnFailure next) {
    return new TestStep(Parts.of(step).onFailure(next).step());
  }

  public TestStep idempotent() {
    return new TestStep(Parts.of(step).idempotent().step());
  }

  public TestStep undoneBy(String kind) {
    return new TestStep(Parts.of(step).rollback(new Action(kind, step.action().with())).step());
  }

  public TestStep pointOfNoReturn() {
    return new TestStep(Parts.of(step).pointOfNoReturn().step());
  }

  public TestStep inDryRun(String kind) {
    return new TestStep(Parts.of(step).dryRun(new Action(kind, step.action().with())).step());
  }

  public TestStep acceptable(String words) {
    return acceptable(_ -> words);
  }

  public TestStep acceptable(Function<Map<String, ?>, Object> words) {
    return new TestStep(Parts.of(step).acceptable(new Computed(words)).step());
  }

  public static Template computed(Function<Map<String, ?>, Object> value) {
    return new Computed(value);
  }

  /** Java in place of CEL. */
  private record Computed(Function<Map<String, ?>, Object> value) implements Expression, Template {

    @Override
    public String source() {
      return "computed";
    }

    @Override
    public Object value(Map<String, ?> names) {
      return value.apply(names);
    }

    @Override
    public Object fill(Map<String, ?> names, Function<Unevaluable, String> gap) {
      return value.apply(names);
    }

    @Override
    public Set<String> paths() {
      return Set.of("computed");
    }
  }
}
