package dev.muster.runbooks.shape;

import dev.muster.runbooks.yaml.Node.Kind;
import dev.muster.runbooks.yaml.Node.Scalar;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads lengths of time as people write them: 30s, 15m, 1h30m, 7d, 1 week. */
public final class Durations {

  private static final String EXAMPLES = "a length of time such as 30s, 15m, 4h, 7d or 1 week";
  private static final Duration LONGEST = Duration.ofDays(3653);
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)(?![a-z])");

  /** With the small ones that expressions come to. */
  private static final Pattern EXACT =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s*(ns|ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)(?![a-z])");

  private Durations() {}

  public static Shape<Duration> duration() {
    return durationOr("");
  }

  /** The same where a word may stand instead, which the message then names too. */
  public static Shape<Duration> durationOr(String word) {
    var examples = word.isEmpty() ? EXAMPLES : EXAMPLES + ", or " + word;
    var written =
        Shapes.text()
            .where(
                text -> parse(text).isPresent(),
                text -> "expected " + examples + ", found " + Words.quoted(text))
            .map(text -> parse(text).orElse(Duration.ZERO))
            .where(
                length -> length.compareTo(LONGEST) <= 0,
                _ -> "more than ten years; write something shorter");
    return Shape.of(
        () -> Schema.text(Pattern.compile("(?:" + PART.pattern() + ")+")),
        (node, problems) -> {
          if (node instanceof Scalar(var place, var kind, var text) && kind == Kind.NUMBER) {
            problems.add(
                place,
                "a length of time needs its unit: `%1$ss`, `%1$sm`, `%1$sh` or `%1$sd`"
                    .formatted(text));
            return Optional.empty();
          }
          return written.read(node, problems);
        });
  }

  /** The sum of the parts; empty when the text is anything else. */
  public static Optional<Duration> parse(String text) {
    return parse(text, PART);
  }

  /** The same for a value of a run: what {@link #written} writes is read as it was. */
  public static Optional<Duration> exact(String text) {
    return parse(text, EXACT);
  }

  /** As it is typed: {@code 90s}, {@code 1s500ms}. */
  public static String written(Duration length) {
    var nanos = length.toNanosPart();
    var small = nanos % 1_000_000 == 0 ? nanos / 1_000_000 + "ms" : nanos + "ns";
    return length.toSeconds() + "s" + (nanos == 0 ? "" : small);
  }

  private static Optional<Duration> parse(String text, Pattern parts) {
    var part = parts.matcher(text);
    var sum = Duration.ZERO;
    var end = 0;
    while (end < text.length()) {
      if (!part.region(end, text.length()).lookingAt()) {
        return Optional.empty();
      }
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    return text.isBlank() ? Optional.empty() : Optional.of(sum);
  }

  private static Duration unit(String word) {
    if (word.length() == 2) {
      return word.equals("ms") ? Duration.ofMillis(1) : Duration.ofNanos(1);
    }
    return switch (word.charAt(0)) {
      case 's' -> Duration.ofSeconds(1);
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
