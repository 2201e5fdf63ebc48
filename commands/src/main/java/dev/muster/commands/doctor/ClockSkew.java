package dev.muster.commands.doctor;

import dev.muster.commands.text.Words;
import java.time.Duration;

/**
 * How far this machine's clock is from somebody else's.
 *
 * @param whose such as {@code the database's}
 * @param ahead negative where ours is behind
 * @param consequence what comes of it, as a sentence
 */
public record ClockSkew(String whose, Duration ahead, String consequence) {

  /** Asking takes time too, and some clocks tell whole seconds. */
  private static final Duration TOLERATED = Duration.ofSeconds(3);

  private static final Duration MUCH = Duration.ofSeconds(60);

  public Finding finding(String about) {
    var off = ahead.abs();
    if (off.compareTo(TOLERATED) <= 0) {
      return Finding.fine(about, "This machine's clock is within 3 s of " + whose + ".");
    }
    var what =
        "This machine's clock is %s %s %s. %s"
            .formatted(
                Words.duration(off),
                ahead.isNegative() ? "behind" : "ahead of",
                whose,
                consequence);
    var mend = "Let every machine follow a time server (chrony, systemd-timesyncd).";
    return off.compareTo(MUCH) > 0
        ? Finding.failed(about, what, mend)
        : Finding.warning(about, what, mend);
  }
}
