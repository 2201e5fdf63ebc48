package dev.muster.integrations.slack.blocks;

import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Router;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.command.IncidentCommands;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.integrations.testing.TestReplica;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the real commands answer, on a real database. */
final class Said {

  static final Person ADA = person("ada", "Ada", "responder");
  static final Person EVE = person("eve", "Eve", "guest");

  private final TestReplica replica;
  private final Router router;

  Said(TestReplica replica) {
    this.replica = replica;
    var rights = Map.of("responder", Set.of(Right.parse("incident:*")), "guest", Set.<Right>of());
    var directory = new Directory(List.of(ADA, EVE), rights);
    var target = new SeverityTarget(TestReplica.P1, Targets.NONE, Optional.empty());
    var commands = new ArrayList<Command>();
    commands.addAll(
        IncidentCommands.all(
            replica.incidents(),
            replica.merges(),
            replica.posts(),
            new Team(directory, () -> List.of(target), List::of),
            replica.clock()));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    var filters = List.of(new AuthoriseFilter(directory), new AskFilter(replica.clock()));
    this.router = new Router(new CommandTable(commands), filters);
  }

  Message to(Person asker, String text) {
    var place = new Place("slack", "incidents", Optional.empty());
    var invocation = new Invocation(asker, place, text, "r1");
    return replica.database().inTransaction(() -> router.handle(invocation)).message();
  }

  private static Person person(String id, String name, String role) {
    return new Person(new PersonId(id), name, ZoneOffset.UTC, Set.of(role));
  }
}
