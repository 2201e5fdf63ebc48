package dev.muster.commands.runbook.words;

import dev.muster.commands.chat.Span;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What steps say, with the times in it as each reader's own: runbooks know no reader, and write
 * {@code until 2026-11-01 03:00:00 UTC}. Stateless and thread-safe.
 */
public final class TimesInText {

  /**
   * As {@code Sayings} writes them within a text, and as an expression's {@code string(…)} does.
   */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\w.-])(?<day>\\d{4}-\\d{2}-\\d{2})["
              + " T](?<clock>\\d{2}:\\d{2}:\\d{2}(?:[.]\\d{1,9})?)(?: UTC|Z)(?!\\w)");

  private TimesInText() {}

  public static List<Span> of(String text) {
    return of(text, Span::text);
  }

  /**
   * The same in another hand.
   *
   * @param plain what stands between the times
   */
  public static List<Span> of(String text, Function<String, Span> plain) {
    var spans = new ArrayList<Span>();
    var found = TIME.matcher(text);
    var from = 0;
    while (found.find()) {
      try {
        var at = Instant.parse(found.group("day") + "T" + found.group("clock") + "Z");
        add(spans, text.substring(from, found.start()), plain);
        spans.add(Span.time(at));
        from = found.end();
      } catch (DateTimeParseException noTime) {
        // The 31st of February stays as it was written.
      }
    }
    add(spans, text.substring(from), plain);
    return spans;
  }

  private static void add(List<Span> spans, String text, Function<String, Span> plain) {
    if (!text.isEmpty()) {
      spans.add(plain.apply(text));
    }
  }
}
