package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.LabelMatcher;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An intake on a store in memory, with one route that takes everything unless told otherwise. */
final class TestIntake {

  static final Duration REOPEN_WITHIN = Duration.ofMinutes(30);
  static final Severity P1 = new Severity("P1", CanonicalSeverity.CRITICAL);
  static final Severity P2 = new Severity("P2", CanonicalSeverity.HIGH);
  static final Severity P3 = new Severity("P3", CanonicalSeverity.MEDIUM);
  static final SeverityScale SCALE =
      new SeverityScale(
          List.of(P1, P2, P3),
          Map.of(
              CanonicalSeverity.CRITICAL, P1,
              CanonicalSeverity.HIGH, P2,
              CanonicalSeverity.MEDIUM, P3));
  static final Integration PROMETHEUS = integration("prometheus");

  final TestClock clock = new TestClock();
  final MemoryIntakeStore store = new MemoryIntakeStore();
  final AlertIntake intake;

  TestIntake(Route... routes) {
    var routing = new Routing(List.of(routes), SCALE);
    intake = new AlertIntake(store, store, () -> routing, clock);
  }

  static TestIntake routingEverything() {
    return new TestIntake(everything());
  }

  static Route everything(String... groupBy) {
    return route("everything", List.of(), Optional.of("incidents"), List.of(groupBy));
  }

  static Route route(
      String name, List<LabelMatcher> matchers, Optional<String> channel, List<String> groupBy) {
    return new Route(name, matchers, Optional.empty(), channel, groupBy, REOPEN_WITHIN, Map.of());
  }

  static Integration integration(String name) {
    return new Integration(name, "alertmanager", Optional.empty());
  }

  /** One webhook of the sender's group {@code g}, in a commit of its own. */
  IntakeResult.Accepted send(AlertEvent... alerts) {
    return take(batch("g", 0, alerts));
  }

  IntakeResult.Accepted take(AlertBatch batch) {
    return take(PROMETHEUS, batch);
  }

  IntakeResult.Accepted take(Integration integration, AlertBatch batch) {
    var results = intake.take(List.of(received(integration, batch)));
    return (IntakeResult.Accepted) results.getFirst();
  }

  ReceivedBatch received(Integration integration, AlertBatch batch) {
    var body = new RawBody(batch.title().getBytes(StandardCharsets.UTF_8));
    return new ReceivedBatch(DeliveryId.at(clock.instant()), integration, body, batch);
  }

  static AlertBatch batch(String groupKey, int truncated, AlertEvent... alerts) {
    return new AlertBatch(AlertStatus.FIRING, Optional.of(groupKey), List.of(alerts), truncated);
  }

  /** A person ends the newest incident. */
  void resolveByHand() {
    change(incident ->
        incident.state() instanceof IncidentState.Open open
            ? incident.to(open.resolve(new Change(clock.instant(), Actor.of(People.DEVOPS))))
            : incident);
  }

  /** Somebody changes the newest incident. */
  void change(UnaryOperator<Incident> change) {
    put(change.apply(newest()));
  }

  void put(Incident... incidents) {
    store.save(
        new IntakeChanges(
            List.of(incidents),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  List<Incident> incidents() {
    return List.copyOf(store.tables().incidents().values());
  }

  Incident newest() {
    return incidents().getLast();
  }

  /** The texts of the whole history, in order. */
  List<String> history() {
    return store.tables().timeline().stream().map(TimelineEntry::text).toList();
  }

  List<MemoryTables.Row> alerts() {
    return List.copyOf(store.tables().alerts().values());
  }

  /** What is said in threads: the one line of each. */
  List<String> replies() {
    return store.tables().replies().stream().map(reply -> reply.message().fallback()).toList();
  }
}
