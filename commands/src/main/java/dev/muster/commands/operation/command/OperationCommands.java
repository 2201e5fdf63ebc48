package dev.muster.commands.operation.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.people.Right;
import java.util.List;

/**
 * All commands of {@code /ops}. Their rights are those of reports: an entry tells of what was done,
 * and lets nobody do anything.
 */
public final class OperationCommands {

  static final Right VIEW = new Right("report", "view");
  static final Right EDIT = Leads.EDIT;

  private OperationCommands() {}

  public static List<Command> all(OperationDesk desk) {
    return List.of(
        new LogOperation(desk),
        new ListOperations(desk),
        new ShowOperation(desk),
        new EditOperation(desk));
  }
}
