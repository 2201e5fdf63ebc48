package dev.muster.commands.doctor;

/**
 * What was found of one thing. No secret stands in it.
 *
 * @param about such as {@code Slack scopes}
 * @param what how it stands, or why it was not looked at, as a sentence
 * @param mend what to do about it, as a sentence; empty where there is nothing to do
 */
public record Finding(Level level, String about, String what, String mend) {

  public static Finding fine(String about, String what) {
    return new Finding(Level.FINE, about, what, "");
  }

  /** Something does not work, or will not when it is needed. */
  public static Finding failed(String about, String what, String mend) {
    return new Finding(Level.FAILED, about, what, mend);
  }

  /** It works, but perhaps not as it is meant. */
  public static Finding warning(String about, String what, String mend) {
    return new Finding(Level.WARNING, about, what, mend);
  }

  /** There is nothing of it here. */
  public static Finding unused(String about, String why) {
    return new Finding(Level.UNUSED, about, why, "");
  }

  /**
   * Nobody knows, and why.
   *
   * @param how to have it looked at, as a sentence
   */
  public static Finding skipped(String about, String why, String how) {
    return new Finding(Level.SKIPPED, about, why, how);
  }
}
