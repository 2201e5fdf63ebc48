package dev.muster.integrations.slack.web;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slack's times, by which it names messages too: seconds, and behind a dot millionths. */
public final class SlackTime {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,11})\\.(\\d{6})");

  private SlackTime() {}

  /** Empty for what is none. */
  public static Optional<Instant> of(@Nullable String ts) {
    var time = SHAPE.matcher(ts == null ? "" : ts);
    return time.matches()
        ? Optional.of(
            Instant.ofEpochSecond(
                Long.parseLong(time.group(1)), Long.parseLong(time.group(2)) * 1_000))
        : Optional.empty();
  }
}
