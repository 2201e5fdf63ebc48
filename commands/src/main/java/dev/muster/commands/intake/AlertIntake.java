package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.RoutedBatch.RoutedAlert;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.store.Transactions;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes webhooks in: what they say of alerts, incidents and timelines, and the work that follows,
 * in one transaction. Thread-safe.
 */
public final class AlertIntake {

  private static final int AT_ONCE = 100;

  private final Transactions transactions;
  private final IntakeStore store;
  private final Supplier<Routing> routing;
  private final Supplier<AlertRules> rules;
  private final InstantSource clock;

  /** Without runbooks that alerts start. */
  public AlertIntake(
      Transactions transactions,
      IntakeStore store,
      Supplier<Routing> routing,
      InstantSource clock) {
    this(transactions, store, routing, () -> AlertRules.NONE, clock);
  }

  public AlertIntake(
      Transactions transactions,
      IntakeStore store,
      Supplier<Routing> routing,
      Supplier<AlertRules> rules,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.routing = routing;
    this.rules = rules;
    this.clock = clock;
  }

  /** The results in the order of the group; all of it is committed, or, with an exception, none. */
  public List<IntakeResult> take(List<ReceivedBatch> group) {
    var routed = route(group);
    return transactions.inTransaction(() -> takeRouted(routed));
  }

  /**
   * Takes webhooks whose bodies are kept already, and answers what each of them caused, for whoever
   * keeps them.
   */
  public List<Delivery> takeAgain(List<ReceivedBatch> group) {
    var routed = route(group);
    return transactions.inTransaction(() -> {
      var ledger = open(routed);
      routed.forEach(ledger::enter);
      var changes = ledger.changes();
      store.save(changes.withoutDeliveries());
      return changes.deliveries().stream().map(KeptDelivery::delivery).toList();
    });
  }

  /**
   * Lets go of alerts that a silence held which is over: what still fires opens its incident now,
   * or is held by another silence. Answers how many there were, to be called again until there are
   * none; a crash in between leaves the others held, and no alert twice.
   */
  public int release(SilenceId silence) {
    var now = routing.get();
    return transactions.inTransaction(() -> {
      var held =
          store.held(silence, AT_ONCE).stream()
              .map(alert -> RoutedBatch.released(alert, now))
              .toList();
      var ledger = openFor(held);
      held.forEach(alert -> ledger.release(alert, silence));
      store.save(ledger.changes());
      return held.size();
    });
  }

  /** Keeps a webhook whose body cannot be read, so that it can be replayed. */
  public void keepUnreadable(KeptDelivery delivery) {
    store.keep(delivery);
  }

  /** Keeps a webhook that {@link #take} refused even alone. */
  IntakeResult keepFailed(ReceivedBatch received, String reason) {
    var integration = received.integration();
    store.keep(
        new KeptDelivery(
            Delivery.failed(received.id(), integration, size(received.batch()), reason),
            received.body()));
    return new IntakeResult.Failed(received.id(), reason);
  }

  private List<RoutedBatch> route(List<ReceivedBatch> group) {
    var now = routing.get();
    return group.stream().map(received -> RoutedBatch.of(received, now)).toList();
  }

  private List<IntakeResult> takeRouted(List<RoutedBatch> group) {
    var ledger = open(group);
    var results = group.stream().map(ledger::enter).toList();
    store.save(ledger.changes());
    return results;
  }

  /** With everything locked that the group may touch. */
  private Ledger open(List<RoutedBatch> group) {
    return openFor(group.stream().flatMap(batch -> batch.alerts().stream()).toList());
  }

  private Ledger openFor(List<RoutedAlert> routed) {
    var alerts = new HashSet<AlertKey>();
    var groups = new HashSet<String>();
    for (var alert : routed) {
      alerts.add(alert.key());
      alert.destination().ifPresent(destination -> groups.add(destination.groupKey()));
    }
    return new Ledger(store.lockAndLoad(alerts, groups), store, rules.get(), clock.instant());
  }

  private static int size(AlertBatch batch) {
    return batch.alerts().size();
  }
}
