package dev.muster.commands.intake.history.command;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts without a database, all of incident #8; for one thread. */
public final class MemoryAlerts implements AlertHistory {

  private final List<Alert> alerts = new ArrayList<>();
  private final InstantSource clock;

  public MemoryAlerts(InstantSource clock) {
    this.clock = clock;
  }

  public void fire(String title, CanonicalSeverity level, String severity) {
    alerts.add(alert(alerts.size() + 1, title, "firing", level, severity));
  }

  public void over(long id) {
    alerts.replaceAll(
        it -> it.id() == id ? alert(id, it.title(), "resolved", it.level(), it.severity()) : it);
  }

  public List<Alert> all() {
    return List.copyOf(alerts);
  }

  private Alert alert(
      long id, String title, String status, CanonicalSeverity level, String severity) {
    var now = clock.instant();
    return new Alert(
        id,
        "f" + id,
        "alertmanager",
        status,
        severity,
        level,
        title,
        Optional.empty(),
        Map.of("service", title),
        Map.of(),
        Map.of("Generator", "https://prometheus.example/graph"),
        Optional.of(now),
        Optional.empty(),
        now,
        now,
        3,
        Optional.of(new IncidentId(8)),
        Optional.empty());
  }

  @Override
  public Page<Alert> list(AlertFilter filter, PageRequest page) {
    var found = alerts.stream().filter(it -> isWanted(it, filter)).toList().reversed();
    return new Page<>(found, Optional.empty());
  }

  @Override
  public Ranked<Alert> worstFirst(AlertFilter filter, int from, int most) {
    var order = Comparator.comparing(Alert::level).thenComparing(Alert::openedAt);
    var found = alerts.stream().filter(it -> isWanted(it, filter)).sorted(order).toList();
    return new Ranked<>(found.stream().skip(from).limit(most).toList(), found.size());
  }

  @Override
  public List<Alert> titled(SearchWords words, int limit) {
    return alerts.stream()
        .filter(it -> words.words().stream().allMatch(it.title()::contains))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Alert> numbered(long id) {
    return alerts.stream().filter(it -> it.id() == id).findFirst();
  }

  private static boolean isWanted(Alert alert, AlertFilter filter) {
    return filter.status().map(it -> it.word().equals(alert.status())).orElse(true)
        && filter.severity().map(alert.severity()::equals).orElse(true)
        && filter.source().map(alert.source()::equals).orElse(true)
        && filter.openedSince().map(at -> !alert.openedAt().isBefore(at)).orElse(true);
  }
}
