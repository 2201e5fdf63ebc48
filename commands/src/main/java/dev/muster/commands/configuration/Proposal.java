package dev.muster.commands.configuration;

import dev.muster.commands.oncall.Schedule;
import java.util.List;
import java.util.Map;

/** Files that were checked, with the schedules in them, as the replica proposes them. */
public record Proposal(
    String hash, Map<String, String> files, List<Schedule> schedules, String by) {

  public Proposal {
    files = Map.copyOf(files);
    schedules = List.copyOf(schedules);
  }
}
