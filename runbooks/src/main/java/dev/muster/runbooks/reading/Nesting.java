package dev.muster.runbooks.reading;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.reading.Runbooks.Others;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Follows runbooks into those that they start: there, without a circle, and not too deep. */
record Nesting(Kinds kinds, Map<String, Definition> own, Others others) {

  void check(Problems problems) {
    for (var definition : own.values()) {
      steps(definition)
          .forEach(step ->
              step.actions().forEach(action -> known(action, step.id(), definition, problems)));
      follow(definition, new ArrayList<>(), problems);
    }
  }

  private void known(Action action, String step, Definition in, Problems problems) {
    var name = nested(action).orElse("");
    var nested = find(name);
    if (name.isEmpty()) {
      return;
    }
    if (nested.isEmpty()) {
      problems.add(
          Place.wholeOf(in.file()),
          "step %s: there is no runbook %s%s"
              .formatted(
                  Words.quoted(step),
                  Words.quoted(name),
                  Words.insteadOf(name, names(), "runbooks")));
      return;
    }
    var given = action.with().get("inputs");
    if (given == null || !given.paths().isEmpty()) {
      return;
    }
    if (given.fill(Map.of()) instanceof Map<?, ?> inputs) {
      var names = nested.get().runbook().inputs().keySet();
      inputs.keySet().stream()
          .map(String::valueOf)
          .filter(input -> !names.contains(input))
          .forEach(input ->
              problems.add(
                  Place.wholeOf(in.file()),
                  "step %s: the runbook %s has no input %s%s"
                      .formatted(
                          Words.quoted(step),
                          Words.quoted(name),
                          Words.quoted(input),
                          Words.insteadOf(input, names, "inputs"))));
    }
  }

  private void follow(Definition at, List<String> way, Problems problems) {
    var name = at.runbook().name();
    if (way.contains(name)) {
      if (way.getFirst().equals(name)) {
        problems.add(
            Place.wholeOf(at.file()),
            "runs itself: %s → %s; take one of these steps out"
                .formatted(String.join(" → ", way), name));
      }
      return;
    }
    if (way.size() >= Runbook.DEEPEST) {
      problems.add(
          Place.wholeOf(find(way.getFirst()).orElse(at).file()),
          "nested deeper than %d runbooks: %s".formatted(Runbook.DEEPEST, String.join(" → ", way)));
      return;
    }
    way.add(name);
    steps(at)
        .flatMap(Step::actions)
        .flatMap(action -> nested(action).stream())
        .distinct()
        .flatMap(nested -> find(nested).stream())
        .forEach(nested -> follow(nested, way, problems));
    way.removeLast();
  }

  private Optional<Definition> find(String name) {
    return Optional.ofNullable(own.get(name)).or(() -> others.find(name));
  }

  private Set<String> names() {
    var names = new TreeSet<>(own.keySet());
    names.addAll(others.names());
    return names;
  }

  private static Stream<Step> steps(Definition definition) {
    var runbook = definition.runbook();
    return Stream.of(
            runbook.prerequisites(), runbook.steps(), runbook.verification(), runbook.always())
        .flatMap(List::stream);
  }

  /** The runbook that an action starts, where it is written and not computed. */
  private Optional<String> nested(Action action) {
    return kinds.find(action.uses()).flatMap(kind -> kind.runbook(new Arguments(action.written())));
  }
}
