package dev.muster.runbooks.value;

import dev.muster.runbooks.expression.Template;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.redact.Redactor;
import dev.muster.runbooks.shape.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step is given: its templates filled, and each value as its parameter wants it.
 *
 * @param problems what is wrong with it, for people; no values in it
 */
public record Given(Arguments with, List<String> problems) {

  /** In place of what only the run shows. */
  private static final String LATER = "…";

  private static final String COVERED =
      " would be %s in place of a secret: what steps answer holds none. Give it the secret by an input of type `secret`"
          .formatted(Redactor.COVER);

  public Given {
    problems = List.copyOf(problems);
  }

  /**
   * What can be computed of it.
   *
   * @param partly leaves out what comes to nothing with these names, or shows within a text where
   *     it would stand, as in a preview
   */
  public static Given of(Kind kind, Action action, Map<String, Object> names, boolean partly) {
    var values = new LinkedHashMap<String, Object>();
    var problems = new ArrayList<String>();
    for (var parameter : kind.parameters()) {
      var written = action.with().get(parameter.name());
      Object value = null;
      try {
        value = written == null ? null : filled(written, names, partly);
      } catch (Unevaluable e) {
        if (partly) {
          continue;
        }
        problems.add(parameter.name() + ": " + e.getMessage());
        continue;
      }
      if (!partly && !kind.isReadByPeople() && Redactor.isCovered(value)) {
        problems.add(parameter.name() + COVERED);
        continue;
      }
      take(parameter, value, values, problems);
    }
    return new Given(new Arguments(values), problems);
  }

  private static @Nullable Object filled(
      Template written, Map<String, Object> names, boolean partly) {
    return partly ? written.fill(names, _ -> LATER) : written.fill(names);
  }

  public boolean isComplete() {
    return problems.isEmpty();
  }

  private static void take(
      Parameter parameter,
      @Nullable Object value,
      Map<String, Object> values,
      List<String> problems) {
    var given = value == null ? parameter.fallback() : value;
    if (given == null) {
      if (parameter.needed()) {
        problems.add(parameter.name() + " is missing");
      }
      return;
    }
    var typed = typed(parameter.type(), given);
    if (typed.isEmpty()) {
      problems.add("%s is no %s".formatted(parameter.name(), words(parameter.type())));
    } else if (!parameter.words().isEmpty() && !parameter.words().contains(given)) {
      problems.add(
          "%s is none of %s".formatted(parameter.name(), String.join(", ", parameter.words())));
    } else {
      values.put(parameter.name(), typed.get());
    }
  }

  private static Optional<Object> typed(Parameter.Type type, Object value) {
    return switch (type) {
      case TEXT, ADDRESS, EXPRESSION ->
          value instanceof Map || value instanceof List
              ? Optional.empty()
              : Optional.of(value.toString());
      case NUMBER -> value instanceof Number ? Optional.of(value) : number(value);
      case BOOLEAN -> value instanceof Boolean ? Optional.of(value) : yesOrNo(value);
      case DURATION ->
          value instanceof Duration
              ? Optional.of(value)
              : Durations.parse(value.toString()).map(length -> length);
      case LIST -> value instanceof List ? Optional.of(value) : Optional.empty();
      case MAP -> value instanceof Map ? Optional.of(value) : Optional.empty();
      case ANYTHING -> Optional.of(value);
    };
  }

  private static Optional<Object> number(Object value) {
    try {
      return Optional.of(Long.parseLong(value.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> yesOrNo(Object value) {
    return switch (value.toString()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static String words(Parameter.Type type) {
    return switch (type) {
      case TEXT, ADDRESS -> "text";
      case EXPRESSION -> "expression";
      case NUMBER -> "number";
      case BOOLEAN -> "`true` or `false`";
      case DURATION -> "length of time such as 30s";
      case LIST -> "list";
      case MAP -> "mapping";
      case ANYTHING -> "value";
    };
  }
}
