package dev.muster.integrations.sources.body;

/**
 * Text that every store and chat takes: no NUL and no lone surrogate (PostgreSQL refuses both), and
 * no longer than its place allows.
 */
public final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';
  private static final char ELLIPSIS = '…';

  private CleanText() {}

  /** The text with U+FFFD for each NUL and each lone surrogate; itself when it has none. */
  public static String of(String text) {
    var fault = faultFrom(text, 0);
    if (fault == text.length()) {
      return text;
    }
    var clean = new StringBuilder(text);
    while (fault < text.length()) {
      clean.setCharAt(fault, REPLACEMENT);
      fault = faultFrom(text, fault + 1);
    }
    return clean.toString();
  }

  /** At most {@code max} characters; a longer text is cut between code points and ends in "…". */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    var end = max - 1;
    if (Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))) {
      end--;
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  private static int faultFrom(String text, int start) {
    var length = text.length();
    for (var at = start; at < length; at++) {
      var c = text.charAt(at);
      if (c == 0) {
        return at;
      }
      if (Character.isSurrogate(c)) {
        if (at + 1 == length || !Character.isSurrogatePair(c, text.charAt(at + 1))) {
          return at;
        }
        at++;
      }
    }
    return length;
  }
}
