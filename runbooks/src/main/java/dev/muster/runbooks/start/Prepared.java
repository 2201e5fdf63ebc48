package dev.muster.runbooks.start;

import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.InputValues;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.Origin.Pinned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run before it begins.
 *
 * @param pinned its runbook and all that are started in it
 * @param problems why it cannot be run so, for people
 */
record Prepared(
    Definition definition, Origin origin, List<Definition> pinned, List<String> problems) {

  static Prepared of(Means means, Definition definition, Request request, Instant now) {
    var runbook = definition.runbook();
    var inputs = InputValues.computed(runbook.inputs(), request.inputs());
    var problems = new ArrayList<>(inputs.problems());
    secrets(means, runbook, problems);
    var nested = new LinkedHashMap<String, Definition>();
    follow(means, definition, nested, problems, 1);
    var hashes = new LinkedHashMap<String, String>();
    nested.forEach((name, one) -> hashes.put(name, one.hash()));
    var origin =
        new Origin(
            new Pinned(runbook.name(), runbook.about().title(), definition.hash(), hashes),
            request.requester(),
            now,
            request.mode(),
            inputs.values(),
            request.context(),
            request.place(),
            Optional.empty(),
            key(means, runbook, request, inputs, problems),
            runbook.timeout());
    var pinned = Stream.concat(Stream.of(definition), nested.values().stream()).toList();
    return new Prepared(definition, origin, pinned, problems);
  }

  private static Optional<String> key(
      Means means, Runbook runbook, Request request, InputValues inputs, List<String> problems) {
    if (runbook.concurrency().isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    var names = new LinkedHashMap<String, Object>(request.context());
    names.put("inputs", inputs.values());
    names.put("vars", means.surroundings().vars());
    try {
      return Optional.of(String.valueOf(runbook.concurrency().get().key().fill(names)));
    } catch (Unevaluable e) {
      problems.add("the key under `concurrency` comes to nothing: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void secrets(Means means, Runbook runbook, List<String> problems) {
    for (var input : runbook.inputs().values()) {
      if (input.type() instanceof Input.Type.Secret(var from)
          && means.surroundings().secret(from).isEmpty()) {
        problems.add(
            "%s is not set, which the input %s needs: set it where Muster starts, and keep it under `secrets: {allow: …}`"
                .formatted(from, input.name()));
      }
    }
  }

  private static void follow(
      Means means, Definition at, Map<String, Definition> found, List<String> problems, int depth) {
    for (var name : started(means, at.runbook())) {
      var next = means.definitions().named(name);
      if (next.isEmpty()) {
        problems.add(
            "%s runs %s, and there is no such runbook".formatted(at.runbook().name(), name));
      } else if (depth >= Runbook.DEEPEST) {
        problems.add("runbooks are nested more than %d deep".formatted(Runbook.DEEPEST));
      } else if (found.put(name, next.get()) == null) {
        secrets(means, next.get().runbook(), problems);
        follow(means, next.get(), found, problems, depth + 1);
      }
    }
  }

  private static List<String> started(Means means, Runbook runbook) {
    return Stream.of(Phase.PREREQUISITES, Phase.STEPS, Phase.VERIFICATION, Phase.ALWAYS)
        .flatMap(phase -> runbook.steps(phase).stream())
        .flatMap(Step::actions)
        .flatMap(action -> started(means, action).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> started(Means means, Action action) {
    return means
        .kinds()
        .find(action.uses())
        .flatMap(kind -> kind.runbook(new Arguments(action.written())));
  }
}
