package dev.muster.commands.intake.history.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.silence.command.Hush;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The commands of this package, in the order of the help. */
public final class AlertCommands {

  private AlertCommands() {}

  /**
   * What is kept.
   *
   * @param silences those of the moment
   */
  public record Archive(
      AlertHistory alerts, DeliveryHistory deliveries, Supplier<Silences> silences) {}

  /**
   * All of them.
   *
   * @param sources the kinds of senders that there are
   */
  public static List<Command> all(
      Archive archive, Team team, List<String> sources, InstantSource clock) {
    return List.of(
        new ListAlerts(archive.alerts(), new TeamParameters(team), sources, clock),
        new ShowAlert(
            archive.alerts(),
            new LastDelivery(archive.deliveries()),
            new Hush(archive.silences(), clock)));
  }
}
