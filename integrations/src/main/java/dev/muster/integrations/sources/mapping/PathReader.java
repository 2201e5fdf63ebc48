package dev.muster.integrations.sources.mapping;

import dev.muster.integrations.sources.mapping.JsonPath.BadPath;
import dev.muster.integrations.sources.mapping.JsonPath.Step;
import java.util.ArrayList;

/** Reads one path from a text. Not thread-safe. */
final class PathReader {

  private static final int MAX_DIGITS = 6;

  private final String text;
  private int at;

  PathReader(String text) {
    this.text = text;
  }

  JsonPath path() {
    expect('$');
    var fromTop = peek() == '$';
    if (fromTop) {
      at++;
    }
    var steps = new ArrayList<Step>();
    while (at < text.length()) {
      steps.add(step());
    }
    return new JsonPath(fromTop, steps);
  }

  private Step step() {
    if (peek() == '.') {
      at++;
      return dotted();
    }
    expect('[');
    var step =
        switch (peek()) {
          case '*' -> all();
          case '\'', '"' -> new Step.Name(quoted());
          default -> new Step.Index(index());
        };
    expect(']');
    return step;
  }

  private Step dotted() {
    if (peek() == '.') {
      throw wrong("\"..\" is not supported; write the whole way");
    }
    if (peek() == '*') {
      return all();
    }
    var start = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw wrong("expected a name after the dot; write other names as ['my name']");
    }
    return new Step.Name(text.substring(start, at));
  }

  private Step all() {
    at++;
    return new Step.All();
  }

  private String quoted() {
    var quote = peek();
    at++;
    var name = new StringBuilder();
    while (at < text.length() && peek() != quote) {
      if (peek() == '\\' && at + 1 < text.length()) {
        at++;
      }
      name.append(peek());
      at++;
    }
    expect(quote);
    return name.toString();
  }

  private int index() {
    var start = at;
    if (peek() == '-') {
      at++;
    }
    while (Character.digit(peek(), 10) >= 0) {
      at++;
    }
    var digits = text.substring(start, at);
    if (digits.isEmpty() || digits.equals("-") || digits.length() > MAX_DIGITS) {
      throw wrong("expected a number, * or 'a name' between the brackets");
    }
    return Integer.parseInt(digits);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("expected " + c);
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private BadPath wrong(String why) {
    return new BadPath(why + " at character " + (at + 1));
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@' || c == ':';
  }
}
