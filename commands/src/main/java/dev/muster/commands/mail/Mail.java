package dev.muster.commands.mail;

import java.util.regex.Pattern;

/**
 * One mail to one address, in plain text. The key becomes the Message-ID, so that mail programs
 * know a second copy; it must be the same on every try. Immutable.
 */
public record Mail(String to, String subject, String text, String key) {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_=-]+([.][A-Za-z0-9_=-]+)*");
  private static final int LONGEST_KEY = 200;

  /** What a subject holds at most, so that it stays one line of any mail program. */
  private static final int LONGEST_SUBJECT = 200;

  private static final String REPEAT = " (may be a repeat)";
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  public Mail {
    if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "The key of a mail is letters, digits, _, = and -, with single dots between them: "
              + key);
    }
    // Senders of alerts choose the words: none of them may begin a header of its own.
    subject = shortened(CONTROLS.matcher(subject).replaceAll(" ").strip());
  }

  /** The same mail for a second try after one of which nobody knows how it ended. */
  public Mail asPossibleRepeat() {
    return new Mail(
        to,
        shortened(subject, LONGEST_SUBJECT - REPEAT.length()) + REPEAT,
        text
            + "\n\n"
            + "This mail may be a repeat: the mail server did not say whether it took the first.",
        key);
  }

  private static String shortened(String subject) {
    return shortened(subject, LONGEST_SUBJECT);
  }

  private static String shortened(String subject, int most) {
    if (subject.length() <= most) {
      return subject;
    }
    var end = most - 1;
    return subject.substring(0, Character.isHighSurrogate(subject.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
