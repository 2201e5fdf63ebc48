package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out whom a change of the configuration takes off duty in the middle of a shift. */
final class OffDuty {

  private static final OnCall ON_CALL = new LayeredOnCall();

  private OffDuty() {}

  /** A line for each schedule whose people on call are not the same any more. */
  static List<String> between(Config before, Config after, Instant now) {
    return before.schedules().stream()
        .flatMap(schedule -> between(schedule, before, after, now))
        .toList();
  }

  private static Stream<String> between(
      Schedule schedule, Config before, Config after, Instant now) {
    var had = people(schedule, now);
    var have =
        after.schedules().stream()
            .filter(other -> other.name().equals(schedule.name()))
            .flatMap(other -> people(other, now).stream())
            .toList();
    var gone = had.stream().filter(person -> !have.contains(person)).toList();
    return gone.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "Warning: %s was on call in %s until this moment; now %s."
                .formatted(
                    names(gone, before),
                    schedule.name(),
                    have.isEmpty() ? "nobody is" : "it is " + names(have, after)));
  }

  private static List<PersonId> people(Schedule schedule, Instant now) {
    return ON_CALL.at(schedule, now).stream().map(Shift::person).distinct().toList();
  }

  private static String names(List<PersonId> people, Config config) {
    return people.stream()
        .map(id -> config.directory().find(id).map(person -> person.name()).orElse(id.value()))
        .collect(Collectors.joining(" and "));
  }
}
