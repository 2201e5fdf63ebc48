package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.people.PersonId;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The roles that come and go with a shift. Thread-safe. */
public record Duty(Supplier<Config> config, OnCall onCall, InstantSource clock)
    implements Function<PersonId, Set<String>> {

  /** Those that somebody has at this moment because of being on call. */
  @Override
  public Set<String> apply(PersonId person) {
    var now = config.get();
    return now.dutyRoles().entrySet().stream()
        .filter(role -> isOnCall(now, role.getValue(), person))
        .map(role -> role.getKey())
        .collect(Collectors.toSet());
  }

  private boolean isOnCall(Config now, String name, PersonId person) {
    return now.schedules().stream()
        .filter(schedule -> schedule.name().equals(name))
        .flatMap(schedule -> onCall.at(schedule, clock.instant()).stream())
        .anyMatch(shift -> shift.person().equals(person));
  }
}
