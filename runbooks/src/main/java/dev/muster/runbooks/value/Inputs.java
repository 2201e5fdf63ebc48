package dev.muster.runbooks.value;

import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.shape.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run is given, each value of the type that its input says.
 *
 * @param values without secrets, which are looked up when they are needed
 * @param problems for people; each begins with the name of the input
 */
public record Inputs(Map<String, Object> values, List<String> problems) {

  private static final int LONGEST = 10_000;

  /** Reads what was typed, chosen or computed. */
  public static Inputs read(Runbook runbook, Map<String, ?> given) {
    var values = new LinkedHashMap<String, Object>();
    var problems = new ArrayList<String>();
    for (var name : given.keySet()) {
      if (!runbook.inputs().containsKey(name)) {
        problems.add("%s is no input of %s".formatted(name, runbook.name()));
      }
    }
    for (var input : runbook.inputs().values()) {
      var value = given.get(input.name());
      if (input.isSecret()) {
        if (value != null) {
          problems.add(input.name() + " is a secret: it is configured, and never given");
        }
      } else if (value == null || value.equals("")) {
        fallback(input, values, problems);
      } else {
        typed(input.type(), value)
            .ifPresentOrElse(
                typed -> values.put(input.name(), typed),
                () -> problems.add("%s must be %s".formatted(input.name(), words(input.type()))));
      }
    }
    return new Inputs(values, problems);
  }

  private static void fallback(Input input, Map<String, Object> values, List<String> problems) {
    var value = input.fallback();
    if (value != null) {
      values.put(input.name(), value);
    } else if (input.required()) {
      problems.add("%s is missing: %s".formatted(input.name(), words(input.type())));
    }
  }

  private static Optional<Object> typed(Input.Type type, Object value) {
    return switch (type) {
      case Input.Type.Text(var pattern, var longest) ->
          Optional.of(value.toString())
              .filter(text -> text.length() <= Math.min(longest, LONGEST))
              .filter(text -> pattern.isEmpty() || Pattern.matches(pattern.get(), text))
              .map(text -> text);
      case Input.Type.Whole(var least, var most) ->
          whole(value)
              .filter(it -> least.isEmpty() || it >= least.get())
              .filter(it -> most.isEmpty() || it <= most.get())
              .map(it -> it);
      case Input.Type.Decimal(var least, var most) ->
          decimal(value)
              .filter(it -> least.isEmpty() || it.compareTo(least.get()) >= 0)
              .filter(it -> most.isEmpty() || it.compareTo(most.get()) <= 0)
              .map(BigDecimal::doubleValue);
      case Input.Type.YesNo _ -> yesOrNo(value.toString());
      case Input.Type.OneOf(var words) ->
          Optional.<Object>of(value.toString()).filter(words::contains);
      case Input.Type.Length _ ->
          value instanceof Duration length
              ? Optional.of(length)
              : Durations.parse(value.toString()).map(length -> length);
      case Input.Type.Somebody _ -> Optional.of(value.toString());
      case Input.Type.Secret _ -> Optional.empty();
    };
  }

  private static Optional<Long> whole(Object value) {
    return decimal(value)
        .flatMap(number -> {
          try {
            return Optional.of(number.longValueExact());
          } catch (ArithmeticException e) {
            return Optional.empty();
          }
        });
  }

  private static Optional<BigDecimal> decimal(Object value) {
    try {
      var text = value.toString().strip();
      return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> yesOrNo(String text) {
    return switch (text.strip()) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static String words(Input.Type type) {
    return switch (type) {
      case Input.Type.Text(var pattern, var longest) ->
          "text of at most %d characters".formatted(longest)
              + pattern.map(" that matches %s"::formatted).orElse("");
      case Input.Type.Whole(var least, var most) ->
          "a whole number"
              + least.map(" of at least %d"::formatted).orElse("")
              + most.map(" of at most %d"::formatted).orElse("");
      case Input.Type.Decimal _ -> "a number within its limits";
      case Input.Type.YesNo _ -> "yes or no";
      case Input.Type.OneOf(var words) -> "one of " + String.join(", ", words);
      case Input.Type.Length _ -> "a length of time such as 30s or 2h";
      case Input.Type.Somebody _ -> "a person";
      case Input.Type.Secret _ -> "a secret";
    };
  }
}
