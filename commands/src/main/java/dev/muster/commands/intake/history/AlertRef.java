package dev.muster.commands.intake.history;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an alert is in the history: written {@code 1763711000000-42}, the time in milliseconds and
 * the id, so that the store finds the partition.
 */
public record AlertRef(Instant openedAt, long id) {

  /** Neither part is larger than the database takes. */
  private static final Pattern WRITTEN = Pattern.compile("(?<millis>\\d{1,14})-(?<id>\\d{1,18})");

  public static Optional<AlertRef> parse(String text) {
    var written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new AlertRef(
                Instant.ofEpochMilli(Long.parseLong(written.group("millis"))),
                Long.parseLong(written.group("id"))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return openedAt.toEpochMilli() + "-" + id;
  }
}
