package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.silence.SilenceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that {@link MemoryIntakeStore} keeps; copied for each transaction. */
record MemoryTables(
    Map<IncidentId, Incident> incidents,
    Map<AlertKey, Episode> episodes,
    Map<Long, MemoryTables.Row> alerts,
    List<TimelineEntry> timeline,
    List<ThreadReply> replies,
    List<KeptDelivery> deliveries) {

  /** An alert of the history. */
  record Row(
      AlertKey key,
      Optional<IncidentId> incident,
      boolean firing,
      int count,
      Instant seenAt,
      Severity severity,
      AlertEvent event,
      Optional<SilenceId> silence) {}

  MemoryTables() {
    this(
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  MemoryTables copy() {
    return new MemoryTables(
        new TreeMap<>(incidents),
        new TreeMap<>(episodes),
        new TreeMap<>(alerts),
        new ArrayList<>(timeline),
        new ArrayList<>(replies),
        new ArrayList<>(deliveries));
  }
}
