package dev.muster.bot.chat.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes times as one reader reads them, in that person's zone. Immutable. */
public final class Times {

  private static final DateTimeFormatter FULL = format("EEEE d MMMM uuuu, HH:mm:ss zzzz");
  private static final DateTimeFormatter TODAY = format("HH:mm zzz");
  private static final DateTimeFormatter THIS_YEAR = format("d MMM HH:mm zzz");
  private static final DateTimeFormatter OTHER_YEAR = format("d MMM uuuu HH:mm zzz");
  private static final int LONGEST_DAYS = 30;

  private final ZoneId zone;
  private final ZonedDateTime now;

  public Times(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now.atZone(zone);
  }

  /** The instant that all relative times of a page refer to. */
  public Instant now() {
    return now.toInstant();
  }

  public TimeView of(Instant at) {
    var local = at.atZone(zone);
    return new TimeView(
        at.truncatedTo(ChronoUnit.SECONDS).toString(),
        FULL.format(local),
        clock(local).format(local),
        ago(Duration.between(at, now())));
  }

  private DateTimeFormatter clock(ZonedDateTime local) {
    if (local.toLocalDate().equals(now.toLocalDate())) {
      return TODAY;
    }
    return local.getYear() == now.getYear() ? THIS_YEAR : OTHER_YEAR;
  }

  /** Kept current in the browser by {@code messages.js}, which says the same. */
  private static String ago(Duration age) {
    var minutes = Math.abs(age.toSeconds()) / 60;
    if (minutes == 0) {
      return "just now";
    }
    var amount = amount(minutes);
    if (amount.isEmpty()) {
      return "";
    }
    return age.isNegative() ? "in " + amount : amount + " ago";
  }

  private static String amount(long minutes) {
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return minutes / 60 + " h";
    }
    var days = minutes / (24 * 60);
    return days <= LONGEST_DAYS ? days + " d" : "";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
