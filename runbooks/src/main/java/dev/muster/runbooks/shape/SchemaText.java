package dev.muster.runbooks.shape;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a schema as JSON, indented, so that changes to it can be read. */
public final class SchemaText {

  private static final int SHORT = 100;

  private SchemaText() {}

  /** The value may hold texts, numbers, booleans, lists and maps. */
  public static String of(Object value) {
    return write(value, "");
  }

  /** On one line where it fits. */
  private static String write(Object value, String indent) {
    var line = onOneLine(value);
    if (indent.length() + line.length() <= SHORT) {
      return line;
    }
    var deeper = indent + "  ";
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> deeper + key(entry) + write(entry.getValue(), deeper))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case List<?> list ->
          list.stream()
              .map(element -> deeper + write(element, deeper))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      default -> line;
    };
  }

  private static String onOneLine(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> key(entry) + onOneLine(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(SchemaText::onOneLine).collect(Collectors.joining(", ", "[", "]"));
      case String text -> quoted(text);
      default -> String.valueOf(value);
    };
  }

  private static String key(Map.Entry<?, ?> entry) {
    return quoted(String.valueOf(entry.getKey())) + ": ";
  }

  private static String quoted(String text) {
    var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
