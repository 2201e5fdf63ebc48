package dev.muster.runbooks.start;

import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.redact.Redactor;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.start.Plan.Line;
import dev.muster.runbooks.start.Plan.Whether;
import dev.muster.runbooks.value.Given;
import dev.muster.runbooks.value.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what a run would do, without touching the world. */
record Planning(Means means, Definition definition, Request request, int depth) {

  Planning(Means means, Definition definition, Request request) {
    this(means, definition, request, 1);
  }

  Plan plan() {
    var now = means.clock().instant();
    var prepared = Prepared.of(means, definition, request, now);
    var run = Run.begin(new RunId(0), prepared.origin());
    var names = Names.of(definition.runbook(), means.surroundings(), now);
    var redactor = Redactor.of(names.secrets().values());
    var lines = new ArrayList<Line>();
    for (var phase : List.of(Phase.PREREQUISITES, Phase.STEPS, Phase.VERIFICATION, Phase.ALWAYS)) {
      var steps = definition.runbook().steps(phase);
      for (var index = 0; index < steps.size(); index++) {
        var path = StepPath.of(phase, index);
        lines.add(line(path, steps.get(index), known(names.at(run, path)), redactor));
      }
    }
    return new Plan(definition, prepared.origin(), lines, prepared.problems());
  }

  private Line line(StepPath path, Step step, Map<String, Object> names, Redactor redactor) {
    var kind = kind(step.action());
    var with = arguments(kind, step.action(), names);
    return new Line(
        path,
        step.name(),
        redactor.text(does(kind, with)),
        kind.map(it -> effect(it, with)).orElse(Effect.READS),
        whether(step, names),
        step.rollback()
            .map(undo -> redactor.text(does(kind(undo), arguments(kind(undo), undo, names)))),
        step.pointOfNoReturn(),
        nested(kind, with));
  }

  /** Without what only steps show: a text about them would be wrong. */
  private static Map<String, Object> known(Map<String, Object> names) {
    var known = new LinkedHashMap<>(names);
    known.keySet().removeAll(List.of("steps", "checks", "run"));
    return known;
  }

  private Optional<Kind> kind(Action action) {
    return means.kinds().find(action.uses());
  }

  private static Arguments arguments(
      Optional<Kind> kind, Action action, Map<String, Object> names) {
    return kind.map(it -> Given.of(it, action, names, true).with()).orElse(Arguments.NONE);
  }

  private static String does(Optional<Kind> kind, Arguments with) {
    return kind.map(it -> it.describe(with)).orElse("");
  }

  private static Effect effect(Kind kind, Arguments with) {
    return kind.effect(with);
  }

  private static Whether whether(Step step, Map<String, Object> names) {
    if (step.onlyIf().isEmpty()) {
      return Whether.YES;
    }
    try {
      return step.onlyIf().get().holds(names) ? Whether.YES : Whether.NO;
    } catch (Unevaluable e) {
      return Whether.DEPENDS;
    }
  }

  private Optional<Plan> nested(Optional<Kind> kind, Arguments with) {
    if (depth >= Runbook.DEEPEST) {
      return Optional.empty();
    }
    return kind.flatMap(it -> it.runbook(with))
        .flatMap(means.definitions()::named)
        .map(inner -> {
          var inputs = new LinkedHashMap<String, Object>();
          with.map("inputs").forEach((name, value) -> inputs.put(name.toString(), value));
          return new Planning(means, inner, under(inner, inputs), depth + 1).plan();
        });
  }

  private Request under(Definition inner, Map<String, Object> inputs) {
    return new Request(
        inner.runbook().name(),
        inputs,
        request.requester(),
        request.mode(),
        request.context(),
        request.place());
  }
}
