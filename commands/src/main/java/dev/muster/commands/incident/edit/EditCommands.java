package dev.muster.commands.incident.edit;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.note.NoteCommand;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class EditCommands {

  private EditCommands() {}

  public static List<Command> all(IncidentActions actions, Team team) {
    var contribution = new Contribution(actions);
    return List.of(
        new SeverityCommand(contribution, team),
        new AssignCommand(contribution, team),
        new RoleCommand(contribution, team),
        new EditCommand(contribution),
        new NoteCommand(actions),
        new UpdateCommand(contribution, team));
  }
}
