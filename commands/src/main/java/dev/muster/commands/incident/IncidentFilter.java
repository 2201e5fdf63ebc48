package dev.muster.commands.incident;

import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which incidents a list wants; an empty part asks for nothing in particular.
 *
 * @param isSnoozed whether only those are wanted that are snoozed
 */
public record IncidentFilter(
    Set<IncidentStatus> statuses,
    Optional<String> severity,
    Optional<String> service,
    Optional<Instant> openedSince,
    Optional<PersonId> assignee,
    boolean isSnoozed) {

  public static final IncidentFilter ALL =
      new IncidentFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public static final IncidentFilter OPEN =
      ALL.withStatuses(
          Set.of(IncidentStatus.TRIGGERED, IncidentStatus.ACKNOWLEDGED, IncidentStatus.MITIGATED));

  public IncidentFilter(
      Set<IncidentStatus> statuses,
      Optional<String> severity,
      Optional<String> service,
      Optional<Instant> openedSince) {
    this(statuses, severity, service, openedSince, Optional.empty(), false);
  }

  public IncidentFilter {
    statuses = Set.copyOf(statuses);
  }

  public IncidentFilter withStatuses(Set<IncidentStatus> wanted) {
    return new IncidentFilter(wanted, severity, service, openedSince, assignee, isSnoozed);
  }

  public IncidentFilter withSeverity(String wanted) {
    return new IncidentFilter(
        statuses, Optional.of(wanted), service, openedSince, assignee, isSnoozed);
  }

  public IncidentFilter withService(String wanted) {
    return new IncidentFilter(
        statuses, severity, Optional.of(wanted), openedSince, assignee, isSnoozed);
  }

  /** Those that somebody has. */
  public IncidentFilter of(PersonId person) {
    return new IncidentFilter(
        statuses, severity, service, openedSince, Optional.of(person), isSnoozed);
  }

  public IncidentFilter snoozed() {
    return new IncidentFilter(statuses, severity, service, openedSince, assignee, true);
  }

  /** Whether none that is resolved is wanted. */
  public boolean isOpenOnly() {
    return !statuses.isEmpty() && !statuses.contains(IncidentStatus.RESOLVED);
  }
}
