package dev.muster.commands.silence.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.SilenceStore;
import java.time.InstantSource;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class SilenceCommands {

  static final Right VIEW = new Right("alert", "view");
  static final Right ACT = new Right("alert", "act");

  private SilenceCommands() {}

  public static List<Command> all(
      SilenceStore silences, AlertHistory alerts, IncidentActions actions, InstantSource clock) {
    var incidents = new SilencedIncidents(alerts, actions);
    return List.of(
        new SilenceCommand(silences, incidents, clock),
        new ListSilences(silences, clock),
        new UnsilenceCommand(silences, clock));
  }
}
