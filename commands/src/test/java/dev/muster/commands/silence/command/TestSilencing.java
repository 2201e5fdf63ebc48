package dev.muster.commands.silence.command;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.command.TestChannel;
import dev.muster.commands.intake.history.command.MemoryAlerts;
import dev.muster.commands.people.Person;
import dev.muster.commands.silence.MemorySilences;
import dev.muster.commands.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands on silences, asked for through the front door. */
final class TestSilencing {

  final TestChannel channel = new TestChannel();
  final MemorySilences silences = new MemorySilences();
  final MemoryAlerts alerts = new MemoryAlerts(channel.clock);
  private final Router router =
      new Router(
          new CommandTable(commands()),
          List.of(new AskFilter(channel.clock, _ -> Optional.empty())));

  private List<Command> commands() {
    var actions = new IncidentActions(channel.incidents, channel.incidents, channel.clock);
    var all = new ArrayList<Command>();
    all.addAll(SilenceCommands.all(silences, alerts, actions, channel.clock));
    all.add(new HelpCommand(() -> new CommandTable(all), People.directory()));
    return all;
  }

  Reply say(String text) {
    return say(People.DEVOPS, text);
  }

  Reply say(Person who, String text) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(who, place, text, "r1"));
  }
}
