package dev.muster.runbooks.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.muster.runbooks.cel.Budget.Exhausted;
import java.util.regex.Pattern;

/** Says why an expression came to nothing, without the values that it looked at. */
final class RunWords {

  private static final Pattern KEY = Pattern.compile("key '([^']*)' is not present");

  private RunWords() {}

  static String of(CelEvaluationException fault, String source) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Exhausted exhausted) {
        return String.valueOf(exhausted.getMessage());
      }
    }
    return switch (fault.getErrorCode()) {
      case ATTRIBUTE_NOT_FOUND -> missing(String.valueOf(fault.getMessage()), source);
      case INDEX_OUT_OF_BOUNDS -> "the list is not that long; ask `size(…)` first";
      case DIVIDE_BY_ZERO -> "it divides by zero";
      case OVERLOAD_NOT_FOUND ->
          "values of different kinds do not go together; int(…), double(…) or string(…) makes one"
              + " of another";
      case NUMERIC_OVERFLOW -> "a number becomes too large";
      case ITERATION_BUDGET_EXCEEDED ->
          "it goes through more than " + Cel.MOST_ITERATIONS + " values; ask for less at once";
      case BAD_FORMAT, INVALID_ARGUMENT ->
          "a text cannot be read as what it is used for, such as a number, a time or a pattern";
      default -> "the values are not what it expects";
    };
  }

  /** A key that is computed may be a value, and is not said. */
  private static String missing(String message, String source) {
    var key = KEY.matcher(message);
    var name = key.find() ? key.group(1) : "";
    return !name.isEmpty() && source.contains(name)
        ? "there is no `%s` here; `has(….%s)` asks whether there is".formatted(name, name)
        : "something that it asks for is not there; `has(…)` asks whether there is";
  }
}
