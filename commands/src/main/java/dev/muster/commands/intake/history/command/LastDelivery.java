package dev.muster.commands.intake.history.command;

import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.store.PageRequest;
import java.time.Duration;
import java.util.Optional;

/** Finds the webhook that told of an alert last, as long as it is kept. */
record LastDelivery(DeliveryHistory deliveries) {

  /** How many webhooks of the same moment are looked at. */
  private static final int AT_MOST = 50;

  /** A webhook is received before what it says is kept; what waited longer is not looked for. */
  private static final Duration AFTER = Duration.ofSeconds(1);

  Optional<Delivery> of(Alert alert) {
    var from = DeliveryId.at(alert.lastSeenAt().plus(AFTER));
    var page = new PageRequest(AT_MOST, Optional.of(from.toString()));
    return deliveries.list(Optional.empty(), page).items().stream()
        .filter(delivery -> delivery.alerts().contains(alert.id()))
        .findFirst();
  }
}
