package dev.muster.integrations.slack.blocks;

/** Texts within Slack's limits, which count characters and not Java's halves of them. */
final class Texts {

  /** Of an edit, the shortest limit that a message's text meets. */
  static final int FALLBACK = 4_000;

  private static final String MORE = "…";

  private Texts() {}

  /** The text, or its beginning and a mark that there was more. */
  static String upTo(int most, String text) {
    if (length(text) <= most) {
      return text;
    }
    var end = text.offsetByCodePoints(0, most - length(MORE));
    return text.substring(0, end).stripTrailing() + MORE;
  }

  /** On one line. */
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The three characters by which Slack knows links, pings and escapes; cut between them. */
  static String escapedUpTo(int most, String text) {
    var escaped = escape(text);
    if (length(escaped) <= most) {
      return escaped;
    }
    var kept = new StringBuilder();
    for (var at = 0; at < text.length(); ) {
      var next = text.offsetByCodePoints(at, 1);
      var piece = escape(text.substring(at, next));
      if (kept.codePointCount(0, kept.length()) + length(piece) + length(MORE) > most) {
        break;
      }
      kept.append(piece);
      at = next;
    }
    return kept + MORE;
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
