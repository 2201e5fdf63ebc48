package dev.muster.commands.intake;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The incidents of one commit as they stand by now, and which of them are to be written. */
final class StandingIncidents {

  private final Map<IncidentId, Incident> loaded;
  private final Map<IncidentId, Incident> standing = new HashMap<>();
  private final Map<String, IncidentId> newestOfGroup = new HashMap<>();
  private final Set<IncidentId> changed = new LinkedHashSet<>();

  StandingIncidents(Collection<Incident> loaded) {
    this.loaded = loaded.stream().collect(Collectors.toMap(Incident::id, incident -> incident));
    loaded.forEach(this::remember);
  }

  @Nullable Incident get(IncidentId id) {
    return standing.get(id);
  }

  Optional<Incident> newestOf(String groupKey) {
    return Optional.ofNullable(newestOfGroup.get(groupKey)).map(standing::get);
  }

  /** The next state of an incident, or a new one. */
  Incident put(Incident incident) {
    changed.add(incident.id());
    remember(incident);
    return incident;
  }

  /** In the order of their numbers, in which everybody locks them. */
  List<Incident> changed(Predicate<Incident> wanted) {
    return changed.stream().sorted().map(standing::get).filter(wanted).toList();
  }

  /** Whether it was there before, and nothing but the numbers of its alerts is other than then. */
  boolean isTallied(Incident incident) {
    var before = loaded.get(incident.id());
    return before != null && incident.differsOnlyInAlerts(before);
  }

  private void remember(Incident incident) {
    standing.put(incident.id(), incident);
    newestOfGroup.merge(incident.groupKey(), incident.id(), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
