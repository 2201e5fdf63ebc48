package dev.muster.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.Integration;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.IntakeChanges.OpenedAlert;
import dev.muster.commands.intake.IntakeChanges.RepeatedAlert;
import dev.muster.commands.intake.IntakeChanges.ResolvedAlert;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in memory what the intake writes, one transaction after the other, with the database's own
 * rules: one open incident a group, one delivery an id, one reply a key. Ids are not given back by
 * a rollback. Thread-safe.
 */
final class MemoryIntakeStore implements IntakeStore, Transactions {

  private final AtomicLong incidentIds = new AtomicLong();
  private final AtomicLong alertIds = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();
  private MemoryTables tables = new MemoryTables();
  private Silences silences = Silences.NONE;
  private volatile Runnable beforeCommit = () -> {};
  private volatile boolean away;

  synchronized MemoryTables tables() {
    return tables.copy();
  }

  long commits() {
    return commits.get();
  }

  /** Runs inside of every transaction, just before its commit; may block or throw. */
  void beforeCommit(Runnable action) {
    beforeCommit = action;
  }

  void goAway(boolean isAway) {
    away = isAway;
  }

  @Override
  public synchronized <T> T inTransaction(Supplier<T> work) {
    var before = tables.copy();
    try {
      if (away) {
        throw new StoreUnavailable("away", new IllegalStateException());
      }
      var result = work.get();
      beforeCommit.run();
      commits.incrementAndGet();
      return result;
    } catch (RuntimeException | Error rolledBack) {
      tables = before;
      throw rolledBack;
    }
  }

  @Override
  public IntakeState lockAndLoad(Set<AlertKey> alerts, Set<String> groups) {
    var episodes =
        tables.episodes().values().stream().filter(known -> alerts.contains(known.key())).toList();
    var incidents =
        tables.incidents().values().stream()
            .filter(known ->
                isNewestOf(known, groups) || isOfAny(known, episodes) || hasTakenIn(known, groups))
            .toList();
    return new IntakeState(episodes, incidents, silences);
  }

  /** From now on. */
  void silence(Silence... active) {
    silences = new Silences(List.of(active));
  }

  @Override
  public List<HeldAlert> held(SilenceId silence, int most) {
    return tables.episodes().values().stream()
        .filter(episode -> episode.isHeldBy(silence))
        .limit(most)
        .map(episode -> held(episode, tables.alerts().get(episode.alertId())))
        .toList();
  }

  private static HeldAlert held(Episode episode, MemoryTables.@Nullable Row row) {
    if (row == null) {
      throw new IllegalStateException("no such alert: " + episode);
    }
    return new HeldAlert(
        new Integration(episode.key().integration(), "alertmanager", Optional.empty()),
        episode.hold().flatMap(Episode.Hold::senderGroup),
        row.event(),
        row.severity());
  }

  @Override
  public IncidentId nextIncidentId() {
    return new IncidentId(incidentIds.incrementAndGet());
  }

  @Override
  public long nextAlertId() {
    return alertIds.incrementAndGet();
  }

  @Override
  public void save(IntakeChanges changes) {
    changes.incidents().forEach(incident -> tables.incidents().put(incident.id(), incident));
    changes
        .tallied()
        .forEach(incident ->
            assertThat(tables.incidents().put(incident.id(), incident))
                .matches(incident::differsOnlyInAlerts));
    requireOneOpenIncidentAGroup();
    changes.opened().forEach(this::open);
    changes.repeated().forEach(this::repeat);
    changes.resolved().forEach(this::end);
    changes.held().forEach(this::hold);
    changes.episodes().forEach(episode -> tables.episodes().put(episode.key(), episode));
    tables.timeline().addAll(changes.timeline());
    changes.replies().forEach(this::say);
    changes.deliveries().forEach(this::add);
  }

  @Override
  public void keep(KeptDelivery delivery) {
    inTransaction(() -> add(delivery));
  }

  private void open(OpenedAlert alert) {
    if (alert.event().title().equals("poison")) {
      throw new IllegalStateException("invalid byte sequence");
    }
    var episode = alert.episode();
    tables
        .alerts()
        .put(
            episode.alertId(),
            new MemoryTables.Row(
                episode.key(),
                episode.incident(),
                true,
                1,
                alert.receivedAt(),
                alert.severity(),
                alert.event(),
                Optional.empty()));
  }

  private void repeat(RepeatedAlert again) {
    change(
        again.episode(),
        row ->
            new MemoryTables.Row(
                row.key(),
                again.episode().incident(),
                true,
                row.count() + again.times(),
                again.times() == 0 ? row.seenAt() : again.lastSeenAt(),
                again.raisedTo().orElse(row.severity()),
                row.event(),
                row.silence()));
  }

  private void end(ResolvedAlert over) {
    change(
        over.episode(),
        row ->
            new MemoryTables.Row(
                row.key(),
                row.incident(),
                false,
                row.count(),
                over.receivedAt(),
                row.severity(),
                row.event(),
                row.silence()));
  }

  /** What ended while it was silenced stays known for that. */
  private void hold(Episode episode) {
    if (episode.firing()) {
      change(
          episode,
          row ->
              new MemoryTables.Row(
                  row.key(),
                  row.incident(),
                  true,
                  row.count(),
                  row.seenAt(),
                  row.severity(),
                  row.event(),
                  episode.hold().map(Episode.Hold::silence)));
    }
  }

  private void change(Episode episode, UnaryOperator<MemoryTables.Row> next) {
    if (tables.alerts().computeIfPresent(episode.alertId(), (_, row) -> next.apply(row)) == null) {
      throw new IllegalStateException("no such alert: " + episode);
    }
  }

  private void say(ThreadReply reply) {
    if (tables.replies().stream().anyMatch(known -> known.key().equals(reply.key()))) {
      throw new IllegalStateException("said twice: " + reply.key());
    }
    tables.replies().add(reply);
  }

  private void add(KeptDelivery kept) {
    var id = kept.delivery().id();
    if (tables.deliveries().stream().anyMatch(known -> known.delivery().id().equals(id))) {
      throw new IllegalStateException("kept twice: " + id);
    }
    tables.deliveries().add(kept);
  }

  private void requireOneOpenIncidentAGroup() {
    var groups =
        tables.incidents().values().stream()
            .filter(Incident::isOpen)
            .map(Incident::groupKey)
            .toList();
    if (groups.size() != Set.copyOf(groups).size()) {
      throw new IllegalStateException("two open incidents of one group");
    }
  }

  private boolean isNewestOf(Incident incident, Set<String> groups) {
    return groups.contains(incident.groupKey())
        && tables.incidents().values().stream()
            .filter(other -> other.groupKey().equals(incident.groupKey()))
            .noneMatch(other -> other.id().compareTo(incident.id()) > 0);
  }

  private boolean hasTakenIn(Incident incident, Set<String> groups) {
    return tables.incidents().values().stream()
        .filter(other -> groups.contains(other.groupKey()))
        .anyMatch(other ->
            other.state() instanceof IncidentState.Merged merged
                && merged.into().equals(incident.id()));
  }

  /** All alerts of the one are the other's now. */
  void handOver(IncidentId from, IncidentId into) {
    tables
        .episodes()
        .replaceAll(
            (_, known) -> known.incident().equals(Optional.of(from)) ? known.in(into) : known);
  }

  private static boolean isOfAny(Incident incident, Collection<Episode> episodes) {
    return episodes.stream()
        .anyMatch(episode -> episode.incident().equals(Optional.of(incident.id())));
  }
}
