package dev.muster.integrations.slack.form;

/** Texts within Slack's limits, which count characters and not Java's halves of them. */
public final class Cut {

  private static final String MORE = "…";

  private Cut() {}

  /** The text, or its beginning and a mark that there was more. */
  public static String to(int most, String text) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + MORE;
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
