package dev.muster.integrations.postgres.doctor;

import dev.muster.commands.doctor.Finding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * A release of PostgreSQL.
 *
 * @param number as {@code server_version_num} says it: 180001 is 18.1
 * @param shown as {@code server_version} does
 */
record Release(int number, String shown) {

  private static final int OLDEST = 14;
  private static final int A_MAJOR = 10_000;

  /** Each major release gets fixes for five years. postgresql.org/support/versioning */
  private static final int FIRST_END = 2012;

  boolean isSupportedByUs() {
    return major() >= OLDEST;
  }

  Finding finding(String about, String where, LocalDate today) {
    var name = "PostgreSQL " + shown;
    if (!isSupportedByUs()) {
      return Finding.failed(
          about,
          "%s at %s is too old for Muster.".formatted(name, where),
          "Bring it to PostgreSQL %d or newer.".formatted(OLDEST));
    }
    return today.isAfter(end())
        ? Finding.warning(
            about,
            "%s at %s gets no fixes since %s.".formatted(name, where, end()),
            "Bring it to a newer major release: postgresql.org/support/versioning.")
        : Finding.fine(about, "%s at %s.".formatted(name, where));
  }

  /** The second Thursday of November. */
  private LocalDate end() {
    return LocalDate.of(FIRST_END + major(), Month.NOVEMBER, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
  }

  private int major() {
    return number / A_MAJOR;
  }
}
