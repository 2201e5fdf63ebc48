package dev.muster.commands.incident.snooze;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.action.IncidentActions;
import java.util.List;
import java.util.Locale;

/** The commands of this package, in the order of the help. */
public final class SnoozeCommands {

  private SnoozeCommands() {}

  public static List<Command> all(IncidentActions actions) {
    return List.of(new SnoozeCommand(actions), new UnsnoozeCommand(actions));
  }

  static Reply unchanged(Incident incident, String why) {
    return Reply.toAsker(Message.of(incident.id() + ": " + why + " Nothing was changed."));
  }

  /** With a capital at its beginning. */
  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
