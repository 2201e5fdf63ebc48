package dev.muster.bot.config.hours;

import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.commands.deadline.BusinessHours;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.shape.Times;
import dev.muster.runbooks.yaml.Problems;
import dev.muster.runbooks.yaml.Words;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code businessHours}, and the holidays from the calendar that it names. */
public record BusinessHoursReader(
    ZoneId zone, ConfigFiles files, Problems problems, InstantSource clock) {

  private static final Pattern CALENDAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.ics");

  public Shape<BusinessHours> hours() {
    return Section.shape(
        "business hours such as {days: [mon, fri], from: \"08:00\", to: \"17:00\"}", this::hours);
  }

  private BusinessHours hours(Section section) {
    var usual = BusinessHours.usual(zone);
    var days =
        section
            .optional("days", Collected.oneOrMore("days", Times.dayOfWeek()))
            .filter(read -> !read.isEmpty())
            .<Set<java.time.DayOfWeek>>map(Set::copyOf)
            .orElse(usual.days());
    var from =
        section.optional("from", Times.clock().about("When work begins.")).orElse(usual.from());
    var to = section.optional("to", Times.clock().located().about("When people go home."));
    var end = to.map(Located::value).orElse(usual.to());
    var holidays = section.optional("holidays", calendar()).orElse(Set.of());
    tellWhenOver(holidays, section);
    return new BusinessHours(
        days, from, isAfter(from, end, to.stream().toList(), section), holidays, zone);
  }

  /** A day that ends before it begins is told, and read as one that never ends. */
  private static LocalTime isAfter(
      LocalTime from, LocalTime end, List<Located<LocalTime>> to, Section section) {
    if (from.isBefore(end)) {
      return end;
    }
    section.problem(
        to.isEmpty() ? section.place() : to.getFirst().place(),
        "the day ends at %s, before it begins at %s; write `to` later than `from`"
            .formatted(end, from));
    return LocalTime.MAX;
  }

  private void tellWhenOver(Set<LocalDate> holidays, Section section) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    holidays.stream()
        .max(Comparator.naturalOrder())
        .filter(today::isAfter)
        .ifPresent(last ->
            section.warn(
                section.placeOf("holidays"),
                "the last day in this calendar is %s; add those to come".formatted(last)));
  }

  private String instead(String name) {
    return files.calendars().isEmpty()
        ? "; put it there, or take `holidays` out"
        : Words.insteadOf(name, files.calendars(), "calendars there");
  }

  private Shape<Set<LocalDate>> calendar() {
    return Shapes.text("a calendar beside muster.yaml such as holidays.ics", CALENDAR)
        .where(
            name -> files.text(name).isPresent(),
            name ->
                "there is no file %s beside muster.yaml%s"
                    .formatted(Words.quoted(name), instead(name)))
        .map(name ->
            HolidayCalendar.read(files.shown(name), files.text(name).orElseThrow(), problems))
        .about("A calendar (.ics) beside muster.yaml; nobody works on its days.");
  }
}
