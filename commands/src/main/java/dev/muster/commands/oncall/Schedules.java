package dev.muster.commands.oncall;

import java.util.List;
import java.util.Optional;

/** The schedules of the configuration, in its order. */
public interface Schedules {

  List<Schedule> all();

  default Optional<Schedule> find(String name) {
    return all().stream().filter(schedule -> schedule.name().equals(name)).findFirst();
  }
}
