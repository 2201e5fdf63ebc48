package dev.muster.commands.silence;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number that people call a silence by: {@code 3}, said {@code silence 3}. */
public record SilenceId(long value) implements Comparable<SilenceId> {

  private static final Pattern WRITTEN = Pattern.compile("#?(\\d{1,18})");

  /** Reads {@code 3} or {@code #3}. */
  public static Optional<SilenceId> parse(String text) {
    var written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(new SilenceId(Long.parseLong(written.group(1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(SilenceId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "silence " + value;
  }
}
