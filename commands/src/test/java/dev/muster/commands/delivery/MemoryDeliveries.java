package dev.muster.commands.delivery;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.AlertKey;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.HeldAlert;
import dev.muster.commands.intake.IntakeChanges;
import dev.muster.commands.intake.IntakeState;
import dev.muster.commands.intake.IntakeStore;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.testing.MemoryTransactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Kept webhooks and what replays write, in memory; for one thread. */
public final class MemoryDeliveries implements DeliveryHistory, KeptDeliveries, IntakeStore {

  private static final Comparator<DeliveryId> OLDEST_FIRST =
      Comparator.comparing(DeliveryId::receivedAt).thenComparing(DeliveryId::value);

  private TreeMap<DeliveryId, Delivery> deliveries = new TreeMap<>(OLDEST_FIRST);
  private final Map<DeliveryId, RawBody> bodies = new TreeMap<>(OLDEST_FIRST);
  private List<IntakeChanges> written = new ArrayList<>();
  private long ids;

  public MemoryDeliveries(MemoryTransactions transactions) {
    transactions.join(() -> {
      var before = new TreeMap<>(deliveries);
      var changes = new ArrayList<>(written);
      return () -> {
        deliveries = before;
        written = changes;
      };
    });
  }

  Delivery get(DeliveryId id) {
    return deliveries.get(id);
  }

  List<IntakeChanges> written() {
    return List.copyOf(written);
  }

  @Override
  public void keep(IntakeChanges.KeptDelivery kept) {
    deliveries.put(kept.delivery().id(), kept.delivery());
    bodies.put(kept.delivery().id(), kept.body());
  }

  @Override
  public Page<Delivery> list(Optional<Delivery.State> state, PageRequest page) {
    var before = page.after(DeliveryId::parse);
    var found =
        deliveries.values().stream()
            .filter(delivery -> state.isEmpty() || delivery.state() == state.get())
            .filter(delivery ->
                before.isEmpty() || OLDEST_FIRST.compare(delivery.id(), before.get()) < 0)
            .sorted(Comparator.comparing(Delivery::id, OLDEST_FIRST.reversed()))
            .toList();
    var shown = found.subList(0, Math.min(page.limit(), found.size()));
    return new Page<>(
        shown,
        found.size() > shown.size()
            ? Optional.of(shown.getLast().id().toString())
            : Optional.empty());
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  @Override
  public Optional<RawBody> body(DeliveryId id) {
    return Optional.ofNullable(bodies.get(id));
  }

  @Override
  public Optional<Delivery> findForUpdate(DeliveryId id) {
    return find(id);
  }

  @Override
  public void save(Delivery replayed) {
    deliveries.put(replayed.id(), replayed);
  }

  @Override
  public IntakeState lockAndLoad(Set<AlertKey> alerts, Set<String> groups) {
    return new IntakeState(List.of(), List.of(), Silences.NONE);
  }

  @Override
  public IncidentId nextIncidentId() {
    return new IncidentId(++ids);
  }

  @Override
  public long nextAlertId() {
    return ++ids;
  }

  @Override
  public List<HeldAlert> held(SilenceId silence, int most) {
    return List.of();
  }

  @Override
  public void save(IntakeChanges changes) {
    written.add(changes);
  }
}
