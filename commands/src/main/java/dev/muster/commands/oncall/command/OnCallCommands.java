package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedules;
import dev.muster.commands.people.Directory;
import java.time.InstantSource;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class OnCallCommands {

  private OnCallCommands() {}

  public static List<Command> all(
      Schedules schedules, OnCall onCall, Directory directory, InstantSource clock) {
    var desk = new Desk(schedules, onCall, directory, clock);
    return List.of(new WhoCommand(desk), new MineCommand(desk), new ScheduleCommand(desk));
  }
}
