package dev.muster.commands.oncall.command;

import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A channel in which people ask about these schedules; it is Monday 2 March 2026, 10:00 UTC. */
final class OnCallChannel {

  static final Person NAIROBI = person("devops", "DevOps Engineer", "Africa/Nairobi", "responder");
  static final Person LONDON = person("backend", "Backend Engineer", "Europe/London", "responder");
  static final Person GUEST = People.GUEST;

  private final Directory directory =
      new Directory(
          List.of(NAIROBI, LONDON, GUEST), Map.of("responder", Set.of(Right.parse("oncall:*"))));
  private final CommandTable table;
  private final Router router;

  OnCallChannel(Schedule... schedules) {
    var commands =
        new ArrayList<Command>(
            OnCallCommands.all(
                () -> List.of(schedules), new LayeredOnCall(), directory, new TestClock()));
    commands.add(new HelpCommand(() -> this.table(), directory));
    this.table = new CommandTable(commands);
    this.router = new Router(table, List.of(new AuthoriseFilter(directory)));
  }

  Reply say(String text) {
    return say(NAIROBI, text);
  }

  Reply say(Person who, String text) {
    return router.handle(
        new Invocation(who, new Place("web", "oncall", Optional.empty()), text, "r1"));
  }

  static List<Block.Button> buttons(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .toList();
  }

  private CommandTable table() {
    return table;
  }

  private static Person person(String id, String name, String zone, String role) {
    return new Person(new PersonId(id), name, ZoneId.of(zone), Set.of(role));
  }
}
