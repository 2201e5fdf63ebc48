package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.people.HeldRole;
import dev.muster.commands.people.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The roles that come and go with a shift. Thread-safe. */
public record Duty(Supplier<Config> config, OnCall onCall, InstantSource clock)
    implements Function<PersonId, List<HeldRole>> {

  /** Those that somebody has at this moment because of being on call, and for how long. */
  @Override
  public List<HeldRole> apply(PersonId person) {
    var now = config.get();
    return now.dutyRoles().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(role ->
            shifts(now, role.getValue(), person)
                .map(shift -> HeldRole.onDuty(role.getKey(), role.getValue(), shift.until()))
                .limit(1))
        .toList();
  }

  private Stream<Shift> shifts(Config now, String name, PersonId person) {
    return now.schedules().stream()
        .filter(schedule -> schedule.name().equals(name))
        .flatMap(schedule -> onCall.at(schedule, clock.instant()).stream())
        .filter(shift -> shift.person().equals(person));
  }
}
