package dev.muster.commands.intake.history;

import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.Optional;

/** The webhooks that came in, and their exact bodies. */
public interface DeliveryHistory {

  /** Newest first; all of them, or those of one state. */
  Page<Delivery> list(Optional<Delivery.State> state, PageRequest page);

  Optional<Delivery> find(DeliveryId id);

  Optional<RawBody> body(DeliveryId id);
}
