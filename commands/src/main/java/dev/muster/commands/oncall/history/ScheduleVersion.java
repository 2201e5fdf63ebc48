package dev.muster.commands.oncall.history;

import dev.muster.commands.oncall.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * What a schedule was from an instant on, until its next version.
 *
 * @param schedule absent: it was taken out of the configuration
 */
public record ScheduleVersion(Instant from, Optional<Schedule> schedule) {}
