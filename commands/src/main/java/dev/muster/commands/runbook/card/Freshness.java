package dev.muster.commands.runbook.card;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.language.About;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether a runbook may be trusted by the day of its last review.
 *
 * @param staleAfter what is older is said to be stale whenever it is used
 */
public record Freshness(LocalDate today, Duration staleAfter) {

  /** By the clock on a wall, and as it is configured now. */
  public static Freshness of(Means means, ZoneId zone) {
    var today = LocalDate.ofInstant(means.clock().instant(), zone);
    return new Freshness(today, means.surroundings().staleAfter());
  }

  /** {@code Reviewed 2026-11-01.}, or what has to be said of it. */
  public String reviewed(About about) {
    return warning(about)
        .or(() -> about.reviewed().map(day -> "Reviewed " + day + "."))
        .orElseThrow();
  }

  /** What has to be said before it is run; nothing where somebody read it lately. */
  public Optional<String> warning(About about) {
    if (about.reviewed().isEmpty()) {
      return Optional.of("⚠ Nobody has reviewed it yet. Read it before you trust it.");
    }
    var day = about.reviewed().get();
    var days = ChronoUnit.DAYS.between(day, today);
    return days > staleAfter.toDays()
        ? Optional.of(
            "⚠ Stale: last reviewed %s, %s ago. Read it before you trust it."
                .formatted(day, Words.count(days, "day")))
        : Optional.empty();
  }
}
