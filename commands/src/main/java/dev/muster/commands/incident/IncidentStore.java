package dev.muster.commands.incident;

import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps incidents and their timelines. */
public interface IncidentStore {

  /**
   * How many are open of one severity.
   *
   * @param unowned how many of them nobody has
   */
  record OpenOnes(String severity, long count, long unowned) {}

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
   * The worst first, of these the ones that nobody has, then the oldest; for open ones, since all
   * of them are looked at.
   *
   * @param from how many to pass over
   */
  Ranked<Incident> worstFirst(IncidentFilter filter, int from, int most);

  /** All open ones by severity, the worst first. */
  List<OpenOnes> openBySeverity();

  /**
   * Writes the next state with its timeline entry and asks for its posts to be refreshed, all in
   * the running transaction, which must hold the incident's lock. A note is no more than its entry:
   * nothing else of the incident is written, and no post refreshed.
   */
  void save(Incident incident, TimelineEntry entry);

  /**
   * Writes the next state of which the timeline says nothing, and asks for its posts to be
   * refreshed, as {@link #save} does.
   */
  void change(Incident incident);

  /** Oldest first, the latest {@code limit} of them. */
  List<TimelineEntry> timeline(IncidentId id, int limit);

  /** Whether an incident has something of that time that was taken from the message. */
  boolean isNoted(IncidentId id, Instant at, String link);
}
