package dev.muster.commands.delivery;

import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.ReceivedBatch;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.people.PersonId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a kept webhook again under the mapping of this moment: once, and in the running transaction
 * with all that it causes. Its alerts count as received now, since what happened meanwhile cannot
 * be undone. Thread-safe.
 */
public final class Replay {

  private static final Comparator<DeliveryId> OLDEST_FIRST =
      Comparator.comparing(DeliveryId::receivedAt).thenComparing(DeliveryId::value);

  private final KeptDeliveries kept;
  private final DeliveryHistory bodies;
  private final KnownSenders senders;
  private final AlertIntake intake;
  private final InstantSource clock;

  public Replay(
      KeptDeliveries kept,
      DeliveryHistory bodies,
      KnownSenders senders,
      AlertIntake intake,
      InstantSource clock) {
    this.kept = kept;
    this.bodies = bodies;
    this.senders = senders;
    this.intake = intake;
    this.clock = clock;
  }

  /** What came of a replay. */
  sealed interface Outcome {

    record Replayed(Delivery delivery) implements Outcome {}

    /** It had been taken in before, at once or by a replay. */
    record Done(Delivery delivery) implements Outcome {}

    record StillUnreadable(Delivery delivery, Fault fault) implements Outcome {}

    /** The configuration has no integration of that name any more. */
    record NoSender(Delivery delivery) implements Outcome {}

    record Missing(DeliveryId id) implements Outcome {}
  }

  /**
   * All of them in the one transaction, as one group of the intake: so its locks are taken in the
   * order that everybody keeps. Those that cannot be replayed keep no others back.
   */
  List<Outcome> replay(List<DeliveryId> ids, PersonId by) {
    var outcomes = new ArrayList<Outcome>();
    var ready = new LinkedHashMap<Delivery, ReceivedBatch>();
    ids.stream()
        .distinct()
        .sorted(OLDEST_FIRST)
        .forEach(id -> read(id, ready).ifPresent(outcomes::add));
    if (!ready.isEmpty()) {
      outcomes.addAll(take(ready, by));
    }
    return outcomes;
  }

  /** Puts it among those that are ready, or answers why not. */
  private Optional<Outcome> read(DeliveryId id, Map<Delivery, ReceivedBatch> ready) {
    var found = kept.findForUpdate(id);
    var body = found.flatMap(_ -> bodies.body(id));
    if (found.isEmpty() || body.isEmpty()) {
      return Optional.of(new Outcome.Missing(id));
    }
    var delivery = found.get();
    if (!delivery.state().canBeReplayed()) {
      return Optional.of(new Outcome.Done(delivery));
    }
    var sender = senders.named(delivery.integration());
    if (sender.isEmpty()) {
      return Optional.of(new Outcome.NoSender(delivery));
    }
    return switch (sender.get().source().read(body.get().bytes())) {
      case Reading.Unreadable(var fault) ->
          Optional.of(new Outcome.StillUnreadable(delivery, fault));
      case Reading.Readable(var batch) -> {
        var now = DeliveryId.at(clock.instant());
        ready.put(delivery, new ReceivedBatch(now, sender.get().integration(), body.get(), batch));
        yield Optional.empty();
      }
    };
  }

  private List<Outcome> take(Map<Delivery, ReceivedBatch> ready, PersonId by) {
    var caused = intake.takeAgain(List.copyOf(ready.values())).iterator();
    var outcomes = new ArrayList<Outcome>();
    for (var delivery : ready.keySet()) {
      var replayed = delivery.replayed(caused.next(), clock.instant(), by);
      kept.save(replayed);
      outcomes.add(new Outcome.Replayed(replayed));
    }
    return outcomes;
  }
}
