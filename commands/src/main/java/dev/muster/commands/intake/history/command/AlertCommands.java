package dev.muster.commands.intake.history.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.DeliveryHistory;
import java.time.InstantSource;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class AlertCommands {

  private AlertCommands() {}

  /**
   * All of them.
   *
   * @param sources the kinds of senders that there are
   */
  public static List<Command> all(
      AlertHistory alerts,
      DeliveryHistory deliveries,
      Team team,
      List<String> sources,
      InstantSource clock) {
    return List.of(
        new ListAlerts(alerts, new TeamParameters(team), sources, clock),
        new ShowAlert(alerts, new LastDelivery(deliveries)));
  }
}
