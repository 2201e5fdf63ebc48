package dev.muster.bot.config.hours;

import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The days of the events in an iCalendar file (RFC 5545), as calendars of public holidays have
 * them: whole days, from DTSTART to before DTEND, once or every year. What repeats otherwise is
 * told: a holiday that is overlooked pages nobody, or somebody at the beach.
 */
final class HolidayCalendar {

  private static final Pattern START = Pattern.compile("DTSTART(?:;[^:]*)?:(\\d{8})(T.*)?");
  private static final Pattern END = Pattern.compile("DTEND(?:;[^:]*)?:(\\d{8})(T.*)?");
  private static final String YEARLY = "RRULE:FREQ=YEARLY";
  private static final int YEARS = 60;
  private static final int LONGEST = 31;

  private final String file;
  private final Problems problems;
  private final Set<LocalDate> days = new LinkedHashSet<>();
  private Optional<LocalDate> start = Optional.empty();
  private Optional<LocalDate> end = Optional.empty();
  private boolean yearly;

  private HolidayCalendar(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static Set<LocalDate> read(String file, String text, Problems problems) {
    var calendar = new HolidayCalendar(file, problems);
    var lines = unfolded(text);
    for (var line : lines) {
      calendar.read(line);
    }
    if (calendar.days.isEmpty() && !problems.hasErrors()) {
      problems.add(
          Place.wholeOf(file), "no day in this calendar; it needs events with DTSTART;VALUE=DATE");
    }
    return calendar.days;
  }

  private record Line(int number, String text) {}

  /** A line that begins with a blank goes on from the one above. */
  private static List<Line> unfolded(String text) {
    var lines = new ArrayList<Line>();
    var number = 0;
    for (var line : text.split("\\r?\\n", -1)) {
      number++;
      if ((line.startsWith(" ") || line.startsWith("\t")) && !lines.isEmpty()) {
        var above = lines.removeLast();
        lines.add(new Line(above.number(), above.text() + line.substring(1)));
      } else {
        lines.add(new Line(number, line));
      }
    }
    return lines;
  }

  private void read(Line line) {
    var text = line.text();
    if (text.startsWith("BEGIN:VEVENT")) {
      start = Optional.empty();
      end = Optional.empty();
      yearly = false;
    } else if (text.startsWith("DTSTART")) {
      start = day(START, line);
    } else if (text.startsWith("DTEND")) {
      end = day(END, line);
    } else if (text.startsWith("RRULE:")) {
      yearly = isYearly(line);
    } else if (text.startsWith("END:VEVENT")) {
      finish(line);
    }
  }

  private Optional<LocalDate> day(Pattern pattern, Line line) {
    var match = pattern.matcher(line.text());
    try {
      if (match.matches() && match.group(2) == null) {
        return Optional.of(LocalDate.parse(match.group(1), DateTimeFormatter.BASIC_ISO_DATE));
      }
    } catch (DateTimeException _) {
      // Told below, like whatever else is no day.
    }
    problem(line, "expected a whole day such as DTSTART;VALUE=DATE:20251212, found ");
    return Optional.empty();
  }

  private boolean isYearly(Line line) {
    if (line.text().equals(YEARLY)) {
      return true;
    }
    problem(line, "a holiday may repeat as RRULE:FREQ=YEARLY only; write its days out, not ");
    return false;
  }

  private void finish(Line line) {
    if (start.isEmpty()) {
      return;
    }
    var first = start.get();
    var after = end.filter(first::isBefore).orElse(first.plusDays(1));
    if (after.isAfter(first.plusDays(LONGEST))) {
      problems.add(
          new Place(file, line.number(), 1),
          "the holiday that ends here lasts more than a month; mend its DTSTART or DTEND");
      return;
    }
    for (var year = 0; year < (yearly ? YEARS : 1); year++) {
      first.plusYears(year).datesUntil(after.plusYears(year)).forEach(days::add);
    }
  }

  private void problem(Line line, String message) {
    problems.add(new Place(file, line.number(), 1), message + Words.quoted(line.text()));
  }
}
