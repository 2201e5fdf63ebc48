package dev.muster.commands.argument;

import java.util.regex.Pattern;

/**
 * Double quotes, straight or as phones type them, keep words together. An apostrophe is none, and
 * one that nobody closes ends with the text.
 */
public final class Quotes {

  /** What needs no quotes as a value. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d@#][\\p{L}\\d@#_./:+,-]*");

  /** One word that can be nothing but text. */
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  private static final String OPENING = "\"“„«";
  private static final String CLOSING = "\"”“»";

  private Quotes() {}

  static boolean open(String text, int at) {
    return at < text.length() && OPENING.indexOf(text.charAt(at)) >= 0;
  }

  /** The place behind the closing quote of what is quoted from {@code at} on. */
  static int end(String text, int at) {
    for (var i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (CLOSING.indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Without the quotes, where all of it stands in one pair. */
  public static String strip(String text) {
    var plain = text.strip();
    if (!open(plain, 0) || end(plain, 0) < plain.length()) {
      return plain;
    }
    var isClosed = plain.length() > 1 && CLOSING.indexOf(plain.charAt(plain.length() - 1)) >= 0;
    var inside = plain.substring(1, isClosed ? plain.length() - 1 : plain.length());
    return inside.replaceAll("\\\\([\"“”„«»\\\\])", "$1").strip();
  }

  /** A value as it is typed, in quotes where it needs them. */
  public static String word(String value) {
    return PLAIN.matcher(value).matches() ? value : around(value);
  }

  /** A text without a name as it is typed, so that nothing in it is taken for an option. */
  public static String text(String text) {
    return LETTERS.matcher(text).matches() ? text : around(text);
  }

  /** So that {@link #strip} gives the text back. */
  public static String around(String text) {
    return '"' + text.replaceAll("([\"“”„«»\\\\])", "\\\\$1") + '"';
  }
}
