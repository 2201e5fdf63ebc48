package dev.muster.commands.delivery;

import dev.muster.commands.chat.Command;
import dev.muster.commands.intake.history.DeliveryHistory;
import java.time.InstantSource;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class DeliveryCommands {

  private DeliveryCommands() {}

  public static List<Command> all(DeliveryHistory history, Replay replay, InstantSource clock) {
    return List.of(
        new ListDeliveries(history),
        new ShowDelivery(history),
        new ReplayDeliveries(replay, new Selection(history, clock)));
  }
}
