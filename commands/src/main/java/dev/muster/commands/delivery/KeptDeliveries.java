package dev.muster.commands.delivery;

import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import java.util.Optional;

/** Kept webhooks as a replay changes them. All calls belong to the running transaction. */
public interface KeptDeliveries {

  /** Locks it until the transaction ends, so that nobody else replays it meanwhile. */
  Optional<Delivery> findForUpdate(DeliveryId id);

  /** Writes what became of it; its body and its error stay. */
  void save(Delivery replayed);
}
