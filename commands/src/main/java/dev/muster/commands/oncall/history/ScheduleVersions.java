package dev.muster.commands.oncall.history;

import java.util.List;

/** The versions of schedules. Thread-safe. */
public interface ScheduleVersions {

  /** Those of one schedule, the oldest first; empty when there never was one of this name. */
  List<ScheduleVersion> of(String schedule);
}
