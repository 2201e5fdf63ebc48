package dev.muster.commands.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which incidents a list wants; an empty part asks for nothing in particular. */
public record IncidentFilter(
    Set<IncidentStatus> statuses,
    Optional<String> severity,
    Optional<String> service,
    Optional<Instant> openedSince) {

  public static final IncidentFilter ALL =
      new IncidentFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public static final IncidentFilter OPEN =
      ALL.withStatuses(
          Set.of(IncidentStatus.TRIGGERED, IncidentStatus.ACKNOWLEDGED, IncidentStatus.MITIGATED));

  public IncidentFilter {
    statuses = Set.copyOf(statuses);
  }

  public IncidentFilter withStatuses(Set<IncidentStatus> wanted) {
    return new IncidentFilter(wanted, severity, service, openedSince);
  }

  /** Whether none that is resolved is wanted. */
  public boolean isOpenOnly() {
    return !statuses.isEmpty() && !statuses.contains(IncidentStatus.RESOLVED);
  }
}
