package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Span;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How people and times of a schedule are said: times in the reader's own way, and where the
 * schedule's clock shows another one, by that clock too.
 */
record DutyWords(Directory directory, ZoneId reader, ZoneId schedule, Instant now) {

  private static final DateTimeFormatter THIS_YEAR = format("EEE d MMM HH:mm zzz");
  private static final DateTimeFormatter OTHER_YEAR = format("EEE d MMM uuuu HH:mm zzz");

  String person(PersonId id) {
    return directory.find(id).map(Person::name).orElse(id.value());
  }

  /** {@code A}, {@code A and B}, {@code A, B and C}; each once. */
  String people(List<Shift> shifts) {
    var names = shifts.stream().map(Shift::person).distinct().map(this::person).toList();
    var last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  List<Span> time(Instant at) {
    var spans = new ArrayList<Span>();
    spans.add(Span.time(at));
    if (differs(at)) {
      spans.add(Span.text(" (schedule: " + text(at, schedule) + ")"));
    }
    return spans;
  }

  List<Span> period(Instant from, Instant until) {
    var spans = new ArrayList<Span>();
    spans.add(Span.time(from));
    spans.add(Span.text(" – "));
    spans.add(Span.time(until));
    if (differs(from) || differs(until)) {
      var both = text(from, schedule) + " – " + text(until, schedule);
      spans.add(Span.text(" (schedule: " + both + ")"));
    }
    return spans;
  }

  /** By the reader's clock, for lines without spans. */
  String text(Instant at) {
    return text(at, reader);
  }

  private boolean differs(Instant at) {
    return !reader.getRules().getOffset(at).equals(schedule.getRules().getOffset(at));
  }

  private String text(Instant at, ZoneId zone) {
    var time = at.atZone(zone);
    return (time.getYear() == now.atZone(zone).getYear() ? THIS_YEAR : OTHER_YEAR).format(time);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
