package dev.muster.commands.incident.command;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.asking.Filled;
import dev.muster.commands.chat.AuditFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.MemoryAuditLog;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.people.Person;
import dev.muster.commands.testing.Buttons;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel in which people say commands about incidents: the whole chain, kept in memory. */
public final class TestChannel {

  public final TestClock clock = new TestClock();
  public final MemoryTransactions transactions = new MemoryTransactions();
  public final MemoryIncidents incidents = new MemoryIncidents(transactions);
  public final MemoryAuditLog audit = new MemoryAuditLog(transactions);
  private final CommandTable table = all();
  private final Router router =
      new Router(
          table,
          List.of(
              new AuditFilter(transactions, audit, clock),
              new AuthoriseFilter(People.directory()),
              new AskFilter(clock, incidents::incidentAt)));

  /** Every command that can be said here. */
  public CommandTable table() {
    return table;
  }

  private CommandTable all() {
    var commands =
        new ArrayList<Command>(
            IncidentCommands.all(incidents, incidents, incidents, People.team(), clock));
    commands.add(new HelpCommand(() -> this.table, People.directory()));
    return new CommandTable(commands);
  }

  public Reply say(String text) {
    return say(People.DEVOPS, text);
  }

  public Reply say(Person who, String text) {
    return say(who, new Place("web", "incidents", Optional.empty()), text);
  }

  /** Said in the thread of an incident. */
  public Reply sayInThread(long incident, String text) {
    var root = "root-" + incident;
    incidents.isPosted(new IncidentId(incident), new PostRef("web", "incidents", root));
    return say(People.DEVOPS, new Place("web", "incidents", Optional.of(root)), text);
  }

  /** Said in a thread that is no incident's. */
  public Reply sayInOtherThread(String text) {
    return say(People.DEVOPS, new Place("web", "incidents", Optional.of("talk")), text);
  }

  /** A form of the channel that somebody has filled in and sends. */
  public Filled fill(String command, Map<String, String> values, Map<String, String> before) {
    var place = new Place("web", "incidents", Optional.empty());
    return new Filled(router, new Invocation(People.DEVOPS, place, command, "r1"), values, before);
  }

  private Reply say(Person who, Place place, String text) {
    return router.handle(new Invocation(who, place, text, "r1"));
  }

  /** The command of a reply's button. */
  public static String command(Reply reply, String label) {
    return Buttons.command(reply, label);
  }

  public static List<Block.Button> buttons(Reply reply) {
    return Buttons.of(reply);
  }
}
