package dev.muster.commands.incident;

import dev.muster.commands.chat.Command;
import java.time.InstantSource;
import java.util.List;

/** The commands of this package, in the order of the help. */
public final class IncidentCommands {

  private IncidentCommands() {}

  public static List<Command> all(
      IncidentStore store, IncidentThreads threads, InstantSource clock) {
    var actions = new IncidentActions(store, threads, clock);
    return List.of(
        new ListCommand(store),
        new ShowCommand(store, actions),
        new AckCommand(actions),
        new ResolveCommand(actions));
  }
}
