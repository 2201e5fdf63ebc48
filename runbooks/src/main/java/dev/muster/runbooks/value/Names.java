package dev.muster.runbooks.value;

import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.StepState.Unclear;
import dev.muster.runbooks.run.Verdict.Standing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What expressions see: {@code inputs}, {@code vars}, {@code checks}, {@code steps}, {@code run},
 * {@code alert}, {@code incident}, and where they are there {@code item}, {@code index} and {@code
 * result}.
 *
 * @param secrets by the names of the inputs that they are for
 */
public record Names(
    Runbook runbook, Map<String, Object> vars, Map<String, String> secrets, Instant now) {

  public static Names of(Runbook runbook, Surroundings surroundings, Instant now) {
    var secrets = new LinkedHashMap<String, String>();
    for (var input : runbook.inputs().values()) {
      if (input.type() instanceof Input.Type.Secret(var from)) {
        surroundings.secret(from).ifPresent(value -> secrets.put(input.name(), value));
      }
    }
    return new Names(runbook, surroundings.vars(), secrets, now);
  }

  public Map<String, Object> at(Run run, StepPath path) {
    var names = new LinkedHashMap<String, Object>();
    var inputs = new LinkedHashMap<>(run.origin().inputs());
    inputs.putAll(secrets);
    names.put("inputs", inputs);
    names.put("vars", vars);
    names.put("checks", new Later(() -> all(run, Phase.PREREQUISITES)));
    names.put("steps", new Later(() -> all(run, Phase.STEPS)));
    names.put("run", about(run));
    names.putAll(run.origin().context());
    if (path.item().isPresent()) {
      names.put("item", item(run, path));
      names.put("index", (long) path.item().getAsInt());
    }
    return names;
  }

  public static Map<String, Object> with(Map<String, Object> names, Map<String, Object> result) {
    var more = new LinkedHashMap<>(names);
    more.put("result", result);
    return more;
  }

  /** The value, which is not null: nothing is no list and no length. */
  public static Object value(Expression expression, Map<String, Object> names) {
    var value = expression.value(names);
    return value == null ? List.of() : value;
  }

  private static Object item(Run run, StepPath path) {
    var whole = run.steps().find(path.in(wholePhase(path)).whole()).orElseThrow();
    return whole.items().get(path.item().orElseThrow());
  }

  private static Phase wholePhase(StepPath path) {
    return path.phase() == Phase.ROLLBACK ? Phase.STEPS : path.phase();
  }

  private Map<String, Object> all(Run run, Phase phase) {
    var all = new LinkedHashMap<String, Object>();
    for (var step : run.steps().in(phase)) {
      if (step.path().item().isEmpty()) {
        all.put(step.id(), phase == Phase.STEPS ? about(step) : outputs(step));
      }
    }
    return all;
  }

  private Map<String, Object> about(StepRecord step) {
    return Map.of(
        "outputs",
        outputs(step),
        "duration",
        step.duration(now),
        "attempts",
        (long) step.attempts(),
        "succeeded",
        step.isDone(),
        "failed",
        step.state() instanceof Failed || step.state() instanceof Unclear,
        "skipped",
        step.state() instanceof Skipped);
  }

  /** Where a step names none, everything that it came to. */
  private static Map<String, Object> outputs(StepRecord step) {
    return switch (step.state()) {
      case Done done -> done.outputs().isEmpty() ? done.result() : done.outputs();
      case Asked asked -> asked.found();
      default -> Map.of();
    };
  }

  private static Map<String, Object> about(Run run) {
    var standing = run.course().verdict().standing();
    return Map.of(
        "number", run.id().value(),
        "runbook", run.origin().runbook().name(),
        "requester", run.origin().requester().id(),
        "dry", run.origin().isDry(),
        "started", run.origin().at(),
        "succeeded", standing == Standing.GOOD,
        "failed", standing == Standing.FAILED,
        "cancelled", standing == Standing.CANCELLED);
  }
}
