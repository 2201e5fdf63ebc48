package dev.muster.integrations.postgres.upkeep;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** One partition, which its name tells all about: a day or a month in UTC. */
record Partition(History history, LocalDate from) {

  private static final Pattern NAME =
      Pattern.compile("(?<table>\\w+)_p(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})?");

  String name() {
    var day = history.isDaily() ? "%02d".formatted(from.getDayOfMonth()) : "";
    return "%s_p%04d%02d%s".formatted(history.table(), from.getYear(), from.getMonthValue(), day);
  }

  /** The first day that is not in it. */
  LocalDate to() {
    return history.endOf(from);
  }

  /** The bounds, as SQL writes them. */
  String bounds() {
    return "from ('%sT00:00:00Z') to ('%sT00:00:00Z')".formatted(from, to());
  }

  /** Empty for the default partition, and for any that somebody else made. */
  static Optional<Partition> parse(History history, String name) {
    var read = NAME.matcher(name);
    if (!read.matches() || (read.group("day") != null) != history.isDaily()) {
      return Optional.empty();
    }
    try {
      var day = history.isDaily() ? Integer.parseInt(read.group("day")) : 1;
      var from =
          LocalDate.of(
              Integer.parseInt(read.group("year")), Integer.parseInt(read.group("month")), day);
      return Optional.of(new Partition(history, from)).filter(it -> it.name().equals(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
