package dev.muster.commands.operation.command;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.command.MemoryIncidents;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import dev.muster.runbooks.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands on the operation log, asked for through the front door. */
abstract class TestOperations implements IncidentThreads {

  static final String RESTART =
      "/ops log Restarted api-1 reason:\"memory leak\" impact:\"errors went away\" took:20m"
          + " issues:\"took two tries\" follow-up:\"find the leak\"";

  static final RunId KEPT = new RunId(318);
  private static final Directory READERS =
      new Directory(
          List.of(People.DEVOPS, People.CTO),
          Map.of(
              "responder",
              Set.of(
                  Right.parse("incident:*"), Right.parse("report:*"), Right.parse("runbook:view")),
              "viewer",
              Set.of(Right.parse("report:view"))));

  final TestClock clock = new TestClock();
  final MemoryOperations log = new MemoryOperations();

  final MemoryIncidents incidents = new MemoryIncidents(new MemoryTransactions());

  /** The runs of which was asked whether they are still there. */
  final List<RunId> looked = new ArrayList<>();

  private final Router router =
      new Router(
          new CommandTable(commands()), List.of(new AskFilter(clock, _ -> Optional.empty())));

  TestOperations() {
    incidents.add(TestIncidents.triggered(7));
    incidents.add(TestIncidents.triggered(42));
  }

  private List<Command> commands() {
    var leads =
        new Leads(
            READERS,
            runs -> {
              looked.addAll(runs);
              return runs.contains(KEPT) ? Set.of(KEPT) : Set.of();
            });
    var desk = new OperationDesk(log, this, incidents, leads, clock);
    var all = new ArrayList<Command>(OperationCommands.all(desk));
    all.add(new HelpCommand(() -> new CommandTable(all), People.directory()));
    return all;
  }

  @Override
  public Optional<IncidentId> incidentAt(Place place) {
    return place.thread().map(_ -> new IncidentId(7));
  }

  @Override
  public void append(ThreadReply reply) {
    throw new AssertionError("nobody is told in a thread");
  }

  Reply say(String text) {
    return say(People.DEVOPS, Optional.empty(), text);
  }

  Reply say(Person who, Optional<String> thread, String text) {
    return router.handle(new Invocation(who, new Place("web", "incidents", thread), text, "r1"));
  }

  Operation first() {
    return log.find(new OperationId(1)).orElseThrow();
  }
}
