package dev.muster.commands.testing;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStore.OpenOnes;
import dev.muster.commands.store.Ranked;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The order of open incidents, and filters, without a database. */
public final class WorstFirst {

  private static final Comparator<Incident> ORDER =
      Comparator.<Incident, Integer>comparing(one -> one.severity().level().ordinal())
          .thenComparing(one -> !(one.state() instanceof IncidentState.Triggered))
          .thenComparing(Incident::openedAt)
          .thenComparing(Incident::id);

  private WorstFirst() {}

  public static Ranked<Incident> of(
      Collection<Incident> incidents, IncidentFilter filter, int from, int most) {
    var found = incidents.stream().filter(one -> isWanted(one, filter)).sorted(ORDER).toList();
    return new Ranked<>(found.stream().skip(from).limit(most).toList(), found.size());
  }

  public static List<OpenOnes> bySeverity(Collection<Incident> incidents) {
    return incidents.stream()
        .filter(Incident::isOpen)
        .sorted(ORDER)
        .collect(
            Collectors.groupingBy(
                one -> one.severity().name(), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(of -> new OpenOnes(of.getKey(), of.getValue().size(), unowned(of.getValue())))
        .toList();
  }

  private static long unowned(Collection<Incident> incidents) {
    return incidents.stream().filter(one -> one.state().acknowledged().isEmpty()).count();
  }

  public static boolean isWanted(Incident incident, IncidentFilter filter) {
    var statuses = filter.statuses();
    return (!filter.isSnoozed() || incident.details().snooze().isPresent())
        && (statuses.isEmpty() || statuses.contains(incident.state().status()))
        && filter.severity().map(incident.severity().name()::equals).orElse(true)
        && filter.service().map(incident.headline().services()::contains).orElse(true)
        && filter
            .assignee()
            .map(who -> incident.assignee().map(actor -> actor.key().equals(who.value())))
            .map(has -> has.orElse(false))
            .orElse(true);
  }
}
