package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.intake.RoutedBatch.Destination;
import dev.muster.commands.intake.RoutedBatch.RoutedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Set<IncidentId> detailed = new HashSet<>();
  private final Instant now;

  StandingIncidents(Collection<Incident> loaded, Instant now) {
    this.now = now;
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

  /** More of it is other than what its alerts say of it. */
  void detail(Incident incident) {
    detailed.add(incident.id());
  }

  /** New ones, and those of which more than the numbers of their alerts has changed. */
  List<Incident> changed() {
    return changed(incident -> !isTallied(incident));
  }

  /** Those of which only the numbers of their alerts have changed. */
  List<Incident> tallied() {
    return changed(this::isTallied);
  }

  /**
   * Those that burn again, of whose end nothing holds any more, and those of which more is known.
   */
  List<Incident> detailed() {
    return changed(incident -> detailed.contains(incident.id()));
  }

  /** In the order of their numbers, in which everybody locks them. */
  private List<Incident> changed(Predicate<Incident> wanted) {
    return changed.stream().sorted().map(standing::get).filter(wanted).toList();
  }

  /** Whether it was there before, and nothing but the numbers of its alerts is other than then. */
  private boolean isTallied(Incident incident) {
    var before = loaded.get(incident.id());
    return before != null && incident.differsOnlyInAlerts(before);
  }

  /**
   * Whether an alert that still fires needs another incident than this, or this one opened again:
   * it is over, so long ago that whoever ended it by hand cannot have meant what still goes on, or
   * what fires began after that.
   */
  boolean isForgotten(IncidentId id, RoutedAlert alert, Destination destination) {
    var incident = get(id);
    return incident == null
        || incident.state() instanceof IncidentState.Merged
        || (incident.state() instanceof IncidentState.Resolved over
            && (!isRecent(over, destination.route().reopenWithin())
                || beganAfter(alert.event(), over)));
  }

  /** Why nobody hears of an alert that goes on firing in an incident that is over. */
  Optional<String> quiet(IncidentId id) {
    return Optional.ofNullable(get(id))
        .filter(incident -> !incident.isOpen())
        .map(incident ->
            "its incident #" + id.value() + " was resolved by hand; it stays quiet for a while");
  }

  boolean isRecent(IncidentState.Resolved over, Duration window) {
    return now.isBefore(over.change().at().plus(window));
  }

  /** A start in the future is a skewed clock's, and says nothing. */
  private boolean beganAfter(AlertEvent event, IncidentState.Resolved over) {
    return event
        .startsAt()
        .filter(start -> start.isAfter(over.change().at()) && !start.isAfter(now))
        .isPresent();
  }

  private void remember(Incident incident) {
    standing.put(incident.id(), incident);
    newestOfGroup.merge(incident.groupKey(), incident.id(), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
