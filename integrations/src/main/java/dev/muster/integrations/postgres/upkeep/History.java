package dev.muster.integrations.postgres.upkeep;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A table in partitions by time, the column of that time, and how long each partition is. */
enum History {
  /** First, for it has the bodies of webhooks and gives back the most. */
  DELIVERY("received_at", ChronoUnit.DAYS),
  ALERT("opened_at", ChronoUnit.MONTHS),
  TIMELINE_ENTRY("at", ChronoUnit.MONTHS),
  AUDIT_ENTRY("at", ChronoUnit.MONTHS);

  private final String column;
  private final ChronoUnit unit;

  History(String column, ChronoUnit unit) {
    this.column = column;
    this.unit = unit;
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  String column() {
    return column;
  }

  /** Takes what came while no partition was there. */
  String rest() {
    return table() + "_default";
  }

  boolean isDaily() {
    return unit == ChronoUnit.DAYS;
  }

  /** The partition of that day, or the one that is so many days or months later. */
  Partition partition(LocalDate day, int later) {
    var from = isDaily() ? day : day.withDayOfMonth(1);
    return new Partition(this, from.plus(later, unit));
  }

  LocalDate endOf(LocalDate from) {
    return from.plus(1, unit);
  }
}
