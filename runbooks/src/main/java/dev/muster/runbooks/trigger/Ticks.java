package dev.muster.runbooks.trigger;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.muster.runbooks.language.Triggers.ByTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a schedule comes due. What comes at an hour of its own comes once a day also where the clock
 * is put forward over it, then as soon as it is, and where that hour comes twice. What comes every
 * hour goes on with the time that passes.
 */
public final class Ticks {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final ZoneId zone;
  private final Optional<LocalDate> until;
  private final boolean isHourly;

  private Ticks(ExecutionTime times, ZoneId zone, Optional<LocalDate> until, boolean isHourly) {
    this.times = times;
    this.zone = zone;
    this.until = until;
    this.isHourly = isHourly;
  }

  public static Ticks of(ByTime time) {
    var hours = time.cron().strip().replaceFirst("\\S+\\s+", "");
    var times = ExecutionTime.forCron(cron(time.cron()));
    return new Ticks(times, time.zone(), time.until(), hours.startsWith("*"));
  }

  /**
   * As it is written in a crontab.
   *
   * @throws IllegalArgumentException where it is not
   */
  public static Cron cron(String text) {
    return PARSER.parse(text).validate();
  }

  /** Whether a schedule comes at all: 30 February never does. */
  public static boolean areThere(Cron cron) {
    var start = LocalDate.of(2024, 1, 1).atStartOfDay(ZoneOffset.UTC);
    return ExecutionTime.forCron(cron).nextExecution(start).isPresent();
  }

  /** The first tick behind a time; empty when it was the last. */
  public Optional<Instant> after(Instant time) {
    return (isHourly ? passing(time) : shown(time)).filter(tick -> !isOver(tick));
  }

  private boolean isOver(Instant tick) {
    var day = LocalDate.ofInstant(tick, zone);
    return until.filter(day::isAfter).isPresent();
  }

  /** The next time that a clock on a wall shows, the first time that it does. */
  private Optional<Instant> shown(Instant time) {
    var local = Optional.of(LocalDateTime.ofInstant(time, zone));
    while (true) {
      local = local.flatMap(this::next);
      var tick = local.map(this::first);
      if (tick.isEmpty() || tick.get().isAfter(time)) {
        return tick;
      }
    }
  }

  private Instant first(LocalDateTime local) {
    var change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(zone).toInstant();
    }
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
  }

  /** The next time of those that the clock shows until it is changed, and then on from there. */
  private Optional<Instant> passing(Instant time) {
    var offset = zone.getRules().getOffset(time);
    var tick = next(LocalDateTime.ofInstant(time, offset)).map(it -> it.toInstant(offset));
    var change = zone.getRules().nextTransition(time);
    if (change == null || tick.isEmpty() || tick.get().isBefore(change.getInstant())) {
      return tick;
    }
    var justBefore = change.getDateTimeAfter().minusSeconds(1);
    return next(justBefore).map(it -> it.toInstant(change.getOffsetAfter()));
  }

  private Optional<LocalDateTime> next(LocalDateTime local) {
    return times.nextExecution(local.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }
}
