package dev.muster.commands.incident.history;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.List;

/** What is kept of an incident besides how it stands now. */
public interface IncidentHistory {

  /** Newest first. */
  Page<TimelineEntry> timeline(IncidentId id, PageRequest page);

  /** Those that went on as part of it, by their numbers. */
  List<IncidentId> mergedInto(IncidentId id);

  /** What its targets are counted from. */
  Reminders.History began(Incident incident);
}
