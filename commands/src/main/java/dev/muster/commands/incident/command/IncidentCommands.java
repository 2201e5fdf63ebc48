package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.incident.IncidentMerges;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.edit.EditCommands;
import dev.muster.commands.incident.snooze.SnoozeCommands;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The commands about incidents, in the order of the help. */
public final class IncidentCommands {

  private IncidentCommands() {}

  public static List<Command> all(
      IncidentStore store,
      IncidentMerges merges,
      IncidentThreads threads,
      Team team,
      InstantSource clock) {
    var actions = new IncidentActions(store, threads, clock);
    var all = new ArrayList<Command>();
    all.add(new DeclareCommand(store, actions, team));
    all.add(new ListCommand(store, actions, team));
    all.add(new ShowCommand(store, actions));
    all.add(new TimelineCommand(store, actions));
    all.add(new AckCommand(actions));
    all.add(new MitigateCommand(actions));
    all.add(new ResolveCommand(actions));
    all.add(new ReopenCommand(store, actions));
    all.add(new MergeCommand(merges, threads, actions));
    all.addAll(EditCommands.all(actions, team));
    all.addAll(SnoozeCommands.all(actions));
    return List.copyOf(all);
  }
}
