package dev.muster.runbooks.engine;

import static java.util.Comparator.naturalOrder;

import dev.muster.runbooks.engine.Visit.Keeper;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.InputValues;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.Origin.Parent;
import dev.muster.runbooks.run.Origin.Pinned;
import dev.muster.runbooks.run.Run;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs that a step of another starts. */
record Children(Scene scene, Keeper keeper) {

  /** Keeps both at once: a run that nobody waits for would be as bad as one that never begins. */
  Optional<Run> start(Run run, Outcome.Start start) {
    var depth = run.origin().parent().map(Parent::depth).orElse(0) + 1;
    if (depth >= Runbook.DEEPEST) {
      return failing(run, "runs are nested more than %d deep".formatted(Runbook.DEEPEST));
    }
    var hash = run.origin().runbook().nested().get(start.runbook());
    var definition =
        Optional.ofNullable(hash)
            .flatMap(it -> scene.kept(means -> means.definitions().pinned(it)));
    if (definition.isEmpty()) {
      return failing(run, "there is no runbook " + start.runbook());
    }
    var inputs = InputValues.computed(definition.get().runbook().inputs(), start.inputs());
    if (!inputs.areComplete()) {
      return failing(run, String.join("; ", inputs.problems()));
    }
    try {
      var origin = origin(run, definition.get(), inputs.values(), depth);
      var id = scene.kept(means -> means.store().nextId());
      var nested = scene.progress().nested(run, scene.stop(), id);
      return keeper.keep(nested, List.of(Run.begin(id, origin)));
    } catch (Unevaluable e) {
      return failing(run, "its key under `concurrency` comes to nothing: " + e.getMessage());
    }
  }

  private Origin origin(Run run, Definition definition, Map<String, Object> inputs, int depth) {
    var runbook = definition.runbook();
    var names = new LinkedHashMap<String, Object>(run.origin().context());
    names.put("inputs", scene.redactor().map(inputs));
    names.put("vars", scene.names().vars());
    return new Origin(
        new Pinned(
            runbook.name(),
            runbook.about().title(),
            definition.hash(),
            run.origin().runbook().nested()),
        run.origin().requester(),
        scene.now(),
        run.origin().mode(),
        scene.redactor().map(inputs),
        run.origin().context(),
        run.origin().place(),
        Optional.of(new Parent(run.id(), scene.stop().path(), depth, keys(run))),
        runbook
            .concurrency()
            .map(Concurrency::key)
            .map(key -> String.valueOf(key.fill(names)))
            .filter(key -> !keys(run).contains(key)),
        limit(run, runbook.timeout()));
  }

  private static Set<String> keys(Run run) {
    var keys = new HashSet<String>();
    run.origin().parent().map(Parent::keys).ifPresent(keys::addAll);
    run.origin().key().ifPresent(keys::add);
    return keys;
  }

  /** No longer than what is left of the run above, or than its step may take. */
  private Optional<Duration> limit(Run run, Optional<Duration> own) {
    var left = run.deadline().map(end -> Duration.between(scene.now(), end));
    return Stream.of(left, own, scene.stop().step().timeout())
        .flatMap(Optional::stream)
        .min(naturalOrder());
  }

  private Optional<Run> failing(Run run, String words) {
    return Optional.of(new Settling(scene, keeper).failing(run, "nested", words, Map.of()));
  }
}
