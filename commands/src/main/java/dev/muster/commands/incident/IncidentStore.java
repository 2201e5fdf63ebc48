package dev.muster.commands.incident;

import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.List;
import java.util.Optional;

/** Keeps incidents and their timelines. */
public interface IncidentStore {

  Optional<Incident> find(IncidentId id);

  /** Locks the incident until the running transaction ends. */
  Optional<Incident> findForUpdate(IncidentId id);

  /** The number of an incident to be. */
  IncidentId nextId();

  /** The open incident of a group, if it has one. */
  Optional<IncidentId> openOf(String groupKey);

  /** Newest first. */
  Page<Incident> list(IncidentFilter filter, PageRequest page);

  /**
   * Writes the next state with its timeline entry and asks for its posts to be refreshed, all in
   * the running transaction, which must hold the incident's lock.
   */
  void save(Incident incident, TimelineEntry entry);

  /** Oldest first, the latest {@code limit} of them. */
  List<TimelineEntry> timeline(IncidentId id, int limit);
}
