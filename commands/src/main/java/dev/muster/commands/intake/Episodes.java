package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.intake.Episode.Hold;
import dev.muster.commands.intake.IntakeChanges.OpenedAlert;
import dev.muster.commands.intake.IntakeChanges.RepeatedAlert;
import dev.muster.commands.intake.IntakeChanges.ResolvedAlert;
import dev.muster.commands.intake.RoutedBatch.RoutedAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alerts of one commit: what stood, what changed. Not thread-safe. */
final class Episodes {

  private final Map<AlertKey, Episode> latest = new HashMap<>();
  private final Set<AlertKey> changed = new LinkedHashSet<>();
  private final Map<Long, OpenedAlert> opened = new LinkedHashMap<>();
  private final Map<Long, RepeatedAlert> repeated = new LinkedHashMap<>();
  private final List<ResolvedAlert> resolved = new ArrayList<>();
  private final Set<AlertKey> held = new LinkedHashSet<>();

  Episodes(Collection<Episode> standing) {
    standing.forEach(episode -> latest.put(episode.key(), episode));
  }

  Optional<Episode> find(AlertKey key) {
    return Optional.ofNullable(latest.get(key));
  }

  Episode open(long alertId, RoutedAlert alert, ReceivedBatch received) {
    var receivedAt = received.id().receivedAt();
    var event = alert.event();
    var episode =
        new Episode(
            alert.key(),
            alertId,
            receivedAt,
            event.startsAt(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of(alert.severity().level()),
            Optional.empty());
    var source = received.integration().source();
    opened.put(alertId, new OpenedAlert(episode, source, event, alert.severity(), receivedAt));
    return put(episode);
  }

  Episode repeat(Episode episode, RoutedAlert alert, Instant receivedAt) {
    var severity = alert.severity();
    var raisedTo =
        episode.isRaisedBy(severity) ? Optional.of(severity) : Optional.<Severity>empty();
    repeated.merge(
        episode.alertId(),
        new RepeatedAlert(episode, receivedAt, 1, raisedTo),
        (first, again) ->
            new RepeatedAlert(
                episode, receivedAt, first.times() + 1, raisedTo.or(first::raisedTo)));
    return put(episode.seenAgain(alert.event(), severity, receivedAt));
  }

  Episode end(Episode episode, AlertEvent event, Instant receivedAt) {
    var endsAt = event.endsAt().filter(end -> !end.isBefore(episode.openedAt())).orElse(receivedAt);
    resolved.add(new ResolvedAlert(episode, endsAt, receivedAt));
    return put(episode.ended(event, receivedAt));
  }

  /** A silence keeps the alert quiet, or none does any more. */
  Episode hold(Episode episode, Optional<Hold> hold) {
    return episode.hold().equals(hold) ? episode : put(episode.held(hold));
  }

  /** The alert belongs to another incident now, or to its first. */
  void move(Episode episode) {
    opened.computeIfPresent(
        episode.alertId(),
        (id, alert) ->
            new OpenedAlert(
                episode, alert.source(), alert.event(), alert.severity(), alert.receivedAt()));
    repeated.computeIfPresent(
        episode.alertId(),
        (id, alert) ->
            new RepeatedAlert(episode, alert.lastSeenAt(), alert.times(), alert.raisedTo()));
    put(episode);
  }

  /**
   * It goes on firing, and its sender has said nothing new: so it stands in the history as before.
   */
  Episode goesOn(Episode episode) {
    var silent = new RepeatedAlert(episode, episode.openedAt(), 0, Optional.empty());
    repeated.putIfAbsent(episode.alertId(), silent);
    return episode;
  }

  List<OpenedAlert> opened() {
    return List.copyOf(opened.values());
  }

  Collection<RepeatedAlert> repeated() {
    return List.copyOf(repeated.values());
  }

  List<ResolvedAlert> resolved() {
    return List.copyOf(resolved);
  }

  Collection<Episode> changed() {
    return changed.stream().sorted().map(latest::get).toList();
  }

  /** Those that are held otherwise than before. */
  Collection<Episode> held() {
    return held.stream().sorted().map(latest::get).toList();
  }

  private Episode put(Episode episode) {
    var before = latest.put(episode.key(), episode);
    if (!episode.hold().equals(before == null ? Optional.empty() : before.hold())) {
      held.add(episode.key());
    }
    changed.add(episode.key());
    return episode;
  }
}
