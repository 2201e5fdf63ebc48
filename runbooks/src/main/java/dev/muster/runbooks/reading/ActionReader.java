package dev.muster.runbooks.reading;

import static dev.muster.runbooks.text.NearestWords.nearest;

import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.scope.Scope;
import dev.muster.runbooks.scope.Written;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a step does: {@code uses} and {@code with}, by what the kind declares. */
record ActionReader(Kinds kinds, Channels channels, Written written, Scope scope) {

  /** Whose words people read: no secret is given to them. */
  private static final Set<String> SPEAKING =
      Set.of("message", "approve", "confirm", "checklist", "runbook");

  static final Action NONE = new Action("", Map.of());

  /** The keys of an action among those of a step. */
  Action in(Section at, Group here) {
    var uses = at.optional("uses", kind().about("What it does: a kind of step."));
    if (!at.has("uses")) {
      at.missing("`uses` is missing here; add `uses: http`, or another kind of step", "uses");
    }
    uses.flatMap(kinds::find).ifPresent(kind -> adviseWith(kind, at));
    var with =
        at.optional("with", with(uses, here).about("What the kind is given; see the kinds."))
            .or(() -> {
              if (!at.has("with")) {
                uses.flatMap(kinds::find).ifPresent(kind -> needed(kind, at));
              }
              return Optional.empty();
            });
    var action = new Action(uses.orElse(""), with.orElse(Map.of()));
    warnOfHindrance(at, action);
    return action;
  }

  /** It may be configured before it is run: no error. */
  private void warnOfHindrance(Section at, Action action) {
    kinds
        .find(action.uses())
        .flatMap(kind -> hindrance(kind, action))
        .ifPresent(words -> at.warn(at.placeOf("uses"), words));
  }

  private static Optional<String> hindrance(Kind kind, Action action) {
    try {
      return kind.hindrance(known(kind, action));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  /** An action of its own, such as {@code rollback: {uses: http, with: {…}}}. */
  Shape<Action> action(Group here) {
    return Section.shape("an action such as {uses: http, with: {…}}", at -> in(at, here));
  }

  /** {@code confirm: text} and the like: the kind and the first that it needs. */
  Shape<Action> shorthand(String kind, String otherwise, Group here) {
    var name =
        kinds
            .find(kind)
            .flatMap(it -> it.parameters().stream().filter(Parameter::needed).findFirst())
            .map(Parameter::name)
            .orElse(otherwise);
    return Shape.of(
        () -> Schema.ANYTHING,
        (node, problems) -> {
          var read =
              new ParameterReader(written, scope.shown(here), channels)
                  .read(parameter(kind, name), node, problems);
          return read.map(value -> new Action(kind, Map.of(name, value)));
        });
  }

  private Parameter parameter(String kind, String name) {
    return kinds
        .find(kind)
        .flatMap(it -> it.parameters().stream().filter(one -> one.name().equals(name)).findFirst())
        .orElseGet(() -> Parameter.needed(name, Parameter.Type.ANYTHING, ""));
  }

  /** What a step with these arguments does to the world, as far as it can be known. */
  Effect effect(Action action) {
    return kinds
        .find(action.uses())
        .map(kind -> {
          try {
            return kind.effect(known(kind, action));
          } catch (RuntimeException _) {
            return Effect.CHANGES;
          }
        })
        .orElse(Effect.CHANGES);
  }

  private static Arguments known(Kind kind, Action action) {
    var values = new LinkedHashMap<>(action.written());
    for (var parameter : kind.parameters()) {
      if (parameter.fallback() != null && !action.with().containsKey(parameter.name())) {
        values.put(parameter.name(), parameter.fallback());
      }
    }
    return new Arguments(values);
  }

  private Shape<String> kind() {
    var names = kinds.all().stream().map(Kind::name).toList();
    return Shapes.reference("kind of step", "kinds of steps", names)
        .shownAs(() -> Schema.type("string"));
  }

  private Shape<Map<String, Template>> with(Optional<String> uses, Group here) {
    var kind = uses.flatMap(kinds::find);
    var sees = uses.filter(SPEAKING::contains).isPresent() ? scope.shown(here) : here;
    return Shape.of(
        () -> Schema.type("object"),
        (node, problems) -> {
          if (!(node instanceof Mapping mapping)) {
            problems.add(
                node.place(), Words.expected("what the kind is given (lines `key: value`)", node));
            return Optional.empty();
          }
          return Optional.of(
              kind.map(it -> with(it, mapping, sees, problems))
                  .orElseGet(() -> anything(mapping, sees, problems)));
        });
  }

  private Map<String, Template> with(Kind kind, Mapping mapping, Group here, Problems problems) {
    var given = new ParameterReader(written, here, channels);
    var parameters = new LinkedHashMap<String, Parameter>();
    kind.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
    var read = new LinkedHashMap<String, Template>();
    var unknown = new ArrayList<String>();
    for (var entry : mapping.entries()) {
      var parameter = parameters.remove(entry.name());
      if (parameter == null) {
        unknown.add(entry.name());
        var names = kind.parameters().stream().map(Parameter::name).toList();
        problems.add(
            entry.key().place(),
            "%s takes no %s%s"
                .formatted(
                    Words.quoted(kind.name()),
                    Words.quoted(entry.name()),
                    names.isEmpty()
                        ? "; it takes nothing"
                        : Words.insteadOf(entry.name(), names, "keys there")));
      } else {
        given
            .read(parameter, entry.value(), problems)
            .ifPresent(value -> read.put(entry.name(), value));
      }
    }
    parameters.values().stream()
        .filter(Parameter::needed)
        .filter(it -> unknown.stream().allMatch(one -> nearest(one, Set.of(it.name())).isEmpty()))
        .forEach(parameter -> problems.add(mapping.place(), missing(kind, parameter)));
    return read;
  }

  private Map<String, Template> anything(Mapping mapping, Group here, Problems problems) {
    mapping.entries().forEach(entry -> written.templates().read(entry.value(), here, problems));
    return Map.of();
  }

  private static void needed(Kind kind, Section at) {
    var needed = kind.parameters().stream().filter(Parameter::needed).toList();
    for (var parameter : needed) {
      at.missing(missing(kind, parameter), "with", parameter.name());
    }
  }

  /** What is easily written one level too high. */
  private static void adviseWith(Kind kind, Section at) {
    for (var parameter : kind.parameters()) {
      at.advise(
          parameter.name(),
          "%s is what %s is given; put it under `with`"
              .formatted(Words.quoted(parameter.name()), Words.quoted(kind.name())));
    }
  }

  private static String missing(Kind kind, Parameter parameter) {
    return "%s needs `%s` under `with`: %s"
        .formatted(Words.quoted(kind.name()), parameter.name(), parameter.about());
  }
}
