package dev.muster.commands.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of what was typed: a word, something in quotes, or a value with a name.
 *
 * @param raw with the space before it
 * @param name empty for what has none
 * @param written the value with its quotes; empty where the name stands alone
 */
record Token(String raw, String name, String written, boolean isDashed) {

  private static final Pattern SPACE = Pattern.compile("\\s*");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:--(?<dashed>[\\p{L}][\\p{L}\\d_-]*)[=:]?|(?<plain>[\\p{L}][\\p{L}_-]*):(?!//))");

  private static final Pattern LIKE_A_NAME = Pattern.compile("[A-Za-z][A-Za-z_-]+");

  /** A path, the rest of {@code std::string}, or the port of a host. */
  private static final Pattern LIKE_TEXT = Pattern.compile("[:/\\\\].*|\\d{4,5}(?:/.*)?");

  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    for (var at = 0; at < text.length(); ) {
      var space = SPACE.matcher(text).region(at, text.length());
      var start = space.lookingAt() ? space.end() : at;
      if (start == text.length()) {
        break;
      }
      var name = NAME.matcher(text).region(start, text.length());
      var isNamed = name.lookingAt();
      var valueAt = isNamed ? name.end() : start;
      var end = end(text, valueAt);
      var raw = text.substring(at, end);
      var written = text.substring(valueAt, end);
      tokens.add(isNamed ? named(raw, name, written) : new Token(raw, "", written, false));
      at = end;
    }
    return tokens;
  }

  /** Without its quotes. */
  String value() {
    return Quotes.strip(written);
  }

  boolean isQuoted() {
    return Quotes.open(written, 0);
  }

  boolean isNamed() {
    return !name.isEmpty();
  }

  /**
   * Whether nobody would write it in a text: {@code bogus:1}, but not {@code error: 502}, {@code
   * 14:32}, an address, a path or {@code localhost:8080}.
   */
  boolean looksLikeAnOption() {
    return LIKE_A_NAME.matcher(name).matches()
        && !value().isEmpty()
        && !LIKE_TEXT.matcher(value()).matches();
  }

  /** A name as this one is written. */
  String named(String name) {
    return isDashed ? "--" + name : name + ":";
  }

  private static Token named(String raw, Matcher name, String written) {
    var dashed = name.group("dashed");
    return dashed != null
        ? new Token(raw, dashed, written, true)
        : new Token(raw, name.group("plain"), written, false);
  }

  private static int end(String text, int from) {
    if (Quotes.open(text, from)) {
      return Quotes.end(text, from);
    }
    var end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
