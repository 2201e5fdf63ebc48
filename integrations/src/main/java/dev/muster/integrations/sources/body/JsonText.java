package dev.muster.integrations.sources.body;

import java.util.HexFormat;

/** Writes JSON without any white space (RFC 8259). */
public final class JsonText {

  private static final HexFormat HEX = HexFormat.of();

  private JsonText() {}

  public static String of(Json json) {
    var out = new StringBuilder();
    write(json, out);
    return out.toString();
  }

  /** The text as a JSON string, with its quotes. */
  public static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2);
    quote(text, out);
    return out.toString();
  }

  private static void write(Json json, StringBuilder out) {
    switch (json) {
      case Json.Text(var text) -> quote(text, out);
      case Json.Number(var digits) -> out.append(digits);
      case Json.Word word -> out.append(word.asText());
      case Json.Items items -> write(items, out);
      case Json.Fields fields -> write(fields, out);
    }
  }

  private static void write(Json.Items items, StringBuilder out) {
    var separator = '[';
    for (var item : items.values()) {
      out.append(separator);
      write(item, out);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private static void write(Json.Fields fields, StringBuilder out) {
    var separator = '{';
    for (var field : fields.values().entrySet()) {
      out.append(separator);
      quote(field.getKey(), out);
      out.append(':');
      write(field.getValue(), out);
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HEX.toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
