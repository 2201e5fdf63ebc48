package dev.muster.runbooks.reading;

import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.scope.Scope;
import dev.muster.runbooks.scope.Written;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one value that a kind is given, by its type as far as it is known before the run. */
record ParameterReader(Written written, Group here, Channels channels) {

  Optional<Template> read(Parameter parameter, Node node, Problems problems) {
    if (parameter.type() == Parameter.Type.EXPRESSION) {
      return expression(node, problems);
    }
    var read = written.templates().read(node, here, problems);
    return read.flatMap(template ->
        template.paths().isEmpty()
            ? fixed(parameter, template, node, problems)
            : Optional.of(template));
  }

  /** The kind computes it itself, from its own {@code result}. */
  private Optional<Template> expression(Node node, Problems problems) {
    var source = node instanceof Scalar scalar ? Written.source(scalar.text()) : "";
    return written
        .expression(Scope.after(here))
        .read(node, problems)
        .map(_ -> Templates.fixed(source));
  }

  private Optional<Template> fixed(
      Parameter parameter, Template template, Node node, Problems problems) {
    try {
      var value = template.fill(Map.of());
      if (value == null) {
        problems.add(
            node.place(),
            "nothing stands here; write a value, or delete `" + parameter.name() + "`");
        return Optional.empty();
      }
      return of(parameter, value, template, node, problems);
    } catch (Unevaluable e) {
      problems.add(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Template> of(
      Parameter parameter, Object value, Template template, Node node, Problems problems) {
    if (parameter.type() == Parameter.Type.DURATION && value instanceof String) {
      return Durations.duration().read(node, problems).map(Templates::fixed);
    }
    if (!isOf(parameter.type(), value)) {
      problems.add(node.place(), wrong(parameter, node));
      return Optional.empty();
    }
    if (parameter.type() == Parameter.Type.ADDRESS
        && value instanceof String address
        && !channels.isKnown(address, node.place(), problems)) {
      return Optional.empty();
    }
    return isAllowed(parameter, value, node.place(), problems)
        ? Optional.of(template)
        : Optional.empty();
  }

  private static boolean isAllowed(
      Parameter parameter, Object value, Place place, Problems problems) {
    if (parameter.words().isEmpty() || parameter.words().contains(String.valueOf(value))) {
      return true;
    }
    problems.add(
        place,
        "`%s` is one of %s, found %s%s"
            .formatted(
                parameter.name(),
                Words.listed(new TreeSet<>(parameter.words())),
                Words.quoted(String.valueOf(value)),
                Words.didYouMean(String.valueOf(value), parameter.words())));
    return false;
  }

  private static boolean isOf(Parameter.Type type, Object value) {
    return switch (type) {
      case TEXT, ADDRESS, EXPRESSION -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      case DURATION -> value instanceof Duration;
      case LIST -> value instanceof List<?>;
      case MAP -> value instanceof Map<?, ?>;
      case ANYTHING -> true;
    };
  }

  private static String wrong(Parameter parameter, Node node) {
    var expected =
        switch (parameter.type()) {
          case TEXT, ADDRESS, EXPRESSION -> "text";
          case NUMBER -> "a number";
          case BOOLEAN -> "true or false";
          case DURATION -> "a length of time such as 30s, 15m or 4h";
          case LIST -> "a list";
          case MAP -> "a mapping (lines `key: value`)";
          case ANYTHING -> "a value";
        };
    var unit =
        parameter.type() == Parameter.Type.DURATION
                && node instanceof Scalar(_, var kind, var text)
                && kind == Kind.NUMBER
            ? "; a length of time needs its unit: `" + text + "s`"
            : "";
    return "`" + parameter.name() + "`: " + Words.expected(expected, node) + unit;
  }
}
