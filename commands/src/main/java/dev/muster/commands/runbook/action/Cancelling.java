package dev.muster.commands.runbook.action;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import dev.muster.commands.argument.Typed;
import dev.muster.runbooks.text.NearestWords;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands behind {@code /runbook cancel 318}: whether what was done is to be undone, and why.
 * Whoever means that must not be taken for giving a reason, nor the other way round: what is not
 * sure is unclear.
 *
 * @param said what is unclear, as it was typed; else empty
 * @param why may be empty
 */
record Cancelling(Will will, String said, String why) {

  /** What is to become of what the run did. */
  enum Will {
    KEEP,
    UNDO,
    UNCLEAR
  }

  private static final String ROLLBACK = "rollback";

  private static final String AND =
      "(?:\\s|[-+&,;:.–—]|(?:with|and|but|plus|then|also|please)(?![\\w-]))*+";
  private static final String IT =
      "(?:it all|all of it|it|this|that|them|everything|anything|all|what it did|(?:the )?changes)";
  private static final String BACK =
      "(?:(?:a|full|the)\\s+)*+roll(?:ing)?(?:[\\s-]*|\\s+" + IT + "\\s+)back(?![\\w-])";
  private static final String UNDO = "(?:undo|revert)(?:ing)?(?![\\w-])";
  private static final String END = "(?=\\s*(?:$|[-+&,;:.!–—(]|(?:because|as|since|for)\\b))";
  private static final String WHY = "[-,;:.!–—\\s]*(?<why>.*)";

  /** {@code with rollback}, {@code and roll it back}, {@code + undo}; behind it the reason. */
  private static final Pattern UNDOES =
      pattern(AND + "(?:%s(?:\\s+%s%s)?|%s(?:\\s+%s)?%s)".formatted(BACK, IT, END, UNDO, IT, END));

  private static final Pattern KEEPS =
      pattern(
          AND
              + "(?:without|no|not|never|don['’]?t|do not)\\s+(?:(?:any|to)\\s+)*+(?:%s|%s)(?:\\s+%s)?"
                  .formatted(BACK, UNDO, IT + END));

  /** Something of undoing anywhere, such as {@code was rolled back by hand}. */
  private static final Pattern MENTION =
      Pattern.compile(
          "\\broll\\w*(?:[\\s-]*|\\s+%s\\s+)back\\w*|\\b(?:undo\\w*|revert\\w*)".formatted(IT),
          CASE_INSENSITIVE);

  private static final Pattern BEFORE = Pattern.compile(AND, CASE_INSENSITIVE);

  private static Pattern pattern(String begin) {
    return Pattern.compile(begin + WHY, CASE_INSENSITIVE | DOTALL);
  }

  static Cancelling of(String words) {
    var text = words.strip();
    var keeps = KEEPS.matcher(text);
    if (keeps.matches()) {
      return new Cancelling(Will.KEEP, "", keeps.group("why").strip());
    }
    var undoes = UNDOES.matcher(text);
    if (undoes.matches()) {
      return new Cancelling(Will.UNDO, "", undoes.group("why").strip());
    }
    return doubtful(text);
  }

  private static Cancelling doubtful(String text) {
    var content = new Typed(BEFORE.matcher(text).replaceFirst(""));
    var mention = MENTION.matcher(content.text());
    if (mention.lookingAt()) {
      return new Cancelling(Will.UNCLEAR, text, content.text().substring(mention.end()).strip());
    }
    if (isSlip(content.first())) {
      return new Cancelling(Will.UNCLEAR, content.first(), content.behindFirst().text());
    }
    return mention.find()
        ? new Cancelling(Will.UNCLEAR, text, text)
        : new Cancelling(Will.KEEP, "", text);
  }

  private static boolean isSlip(String word) {
    var plain = word.toLowerCase(Locale.ROOT);
    return !NearestWords.nearest(plain, List.of(ROLLBACK)).isEmpty() || plain.equals("back");
  }

  /** Of what is unclear too: that is asked about wherever it makes a difference. */
  boolean undoes() {
    return will != Will.KEEP;
  }

  /** What undoes as well, typed so that it is clear. */
  String undoing() {
    return (ROLLBACK + " " + why).strip();
  }

  /** What undoes nothing, whatever the reason says. */
  String keeping() {
    return ("without " + ROLLBACK + " " + why).strip();
  }
}
