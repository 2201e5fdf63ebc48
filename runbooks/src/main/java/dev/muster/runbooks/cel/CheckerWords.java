package dev.muster.runbooks.cel;

import dev.cel.common.CelIssue;
import dev.muster.runbooks.yaml.Words;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the library's complaints mean for the person who wrote the expression. */
final class CheckerWords {

  private static final List<String> FUNCTIONS =
      List.of(
          "all",
          "charAt",
          "contains",
          "double",
          "duration",
          "dyn",
          "endsWith",
          "exists",
          "exists_one",
          "filter",
          "getDate",
          "getDayOfMonth",
          "getDayOfWeek",
          "getDayOfYear",
          "getFullYear",
          "getHours",
          "getMilliseconds",
          "getMinutes",
          "getMonth",
          "getSeconds",
          "has",
          "indexOf",
          "int",
          "join",
          "lastIndexOf",
          "lowerAscii",
          "map",
          "matches",
          "replace",
          "size",
          "split",
          "startsWith",
          "string",
          "substring",
          "timestamp",
          "trim",
          "type",
          "upperAscii");

  /** What others call these. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "and", "write `&&`",
          "or", "write `||`",
          "not", "write `!`",
          "len", "write `size(…)`",
          "length", "write `size(…)`",
          "toLowerCase", "write `lowerAscii()`",
          "lower", "write `lowerAscii()`",
          "toUpperCase", "write `upperAscii()`",
          "upper", "write `upperAscii()`",
          "now", "an expression knows no clock; `run.started` is when the run began");

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile("no matching overload for '([^']*)' applied to '([^']*)'");
  private static final Pattern TYPE = Pattern.compile("[a-z][\\w.]*(?:\\([^)]*\\))?");
  private static final Map<String, String> TYPES =
      Map.of(
          "int", "a whole number",
          "double", "a decimal number",
          "string", "text",
          "bool", "true or false",
          "google.protobuf.Duration", "a length of time",
          "google.protobuf.Timestamp", "a time",
          "null", "nothing",
          "null_type", "nothing",
          "bytes", "bytes");

  private CheckerWords() {}

  static String of(CelIssue issue) {
    var message = issue.getMessage();
    var overload = OVERLOAD.matcher(message);
    if (overload.find()) {
      return unfit(overload.group(1), overload.group(2));
    }
    var undeclared = UNDECLARED.matcher(message);
    if (undeclared.find()) {
      return unknown(undeclared.group(1));
    }
    if (message.contains("recursion limit") || message.contains("depth")) {
      return "an expression nested too deep; make it simpler";
    }
    if (message.contains("reserved identifier")) {
      return "%s is a word of the language itself; name it otherwise"
          .formatted(Words.quoted(message.substring(message.indexOf(':') + 1).strip()));
    }
    return "this is no expression at character %d%s"
        .formatted(issue.getSourceLocation().getColumn() + 1, syntax(message));
  }

  private static String syntax(String message) {
    if (message.contains("'<EOF>' expecting") || message.contains("at input '<EOF>'")) {
      return ": it ends too soon; is something missing after it?";
    }
    if (message.contains("recognition error at: '=")) {
      return ": a comparison is written `==`";
    }
    if (message.contains("recognition error at: ''")
        || message.contains("recognition error at: '\"")) {
      return ": a text is not closed; each quote needs its other one";
    }
    if (message.contains("token recognition error")) {
      return ": a sign that has no meaning here; `&&` is and, `||` is or, `!` is not";
    }
    return ": check quotes, brackets and signs; a comparison is written `==`, and is `&&`, or `||`";
  }

  private static String unknown(String function) {
    var otherwise = OTHERWISE.get(function);
    return "there is no function %s%s"
        .formatted(
            Words.quoted(function),
            otherwise != null
                ? "; " + otherwise
                : Words.insteadOf(function, FUNCTIONS, "functions"));
  }

  private static String unfit(String function, String types) {
    var operator = function.startsWith("_") || function.endsWith("_");
    var sign = function.equals("_[_]") ? "[…]" : function.replace("_", "").replace("@", "");
    var values = TYPE.matcher(types.replaceAll("^\\(|\\)$", "").replace(" ", ""));
    var said = values.results().map(found -> said(found.group())).toList();
    var advice = advice(said);
    return operator
        ? "%s does not go between %s%s"
            .formatted(Words.quoted(sign), String.join(" and ", said), advice)
        : "%s does not take %s%s"
            .formatted(Words.quoted(sign + "(…)"), String.join(" and ", said), advice);
  }

  private static String said(String type) {
    if (type.startsWith("list")) {
      return "a list";
    }
    return type.startsWith("map") ? "a mapping" : TYPES.getOrDefault(type, type);
  }

  private static String advice(List<String> said) {
    if (said.contains("text") && said.contains("a whole number")) {
      return "; a text stands in quotes and a number does not, and string(…) or int(…) makes one of"
          + " the other";
    }
    if (said.contains("a length of time")) {
      return "; a length of time is written duration('10m')";
    }
    return said.contains("a time")
        ? "; a time is written timestamp('2026-01-01T00:00:00Z')"
        : "; string(…), int(…) and double(…) make one of another";
  }
}
