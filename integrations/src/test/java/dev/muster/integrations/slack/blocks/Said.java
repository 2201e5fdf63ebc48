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
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.command.IncidentCommands;
import dev.muster.commands.intake.history.command.AlertCommands;
import dev.muster.commands.oncall.Layer;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.Rotation;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Turn;
import dev.muster.commands.oncall.command.OnCallCommands;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.silence.command.SilenceCommands;
import dev.muster.integrations.postgres.intake.PostgresAlertHistory;
import dev.muster.integrations.postgres.intake.PostgresDeliveryHistory;
import dev.muster.integrations.testing.TestReplica;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the real commands answer, on a real database. */
public final class Said {

  static final Person ADA = person("ada", "Ada", "responder");

  /** On call besides. */
  public static final Person BEA = person("bea", "Bea", "responder", "duty");

  static final Person EVE = person("eve", "Eve", "guest");

  private static final Schedule PRIMARY =
      new Schedule(
          "primary",
          ZoneOffset.UTC,
          List.of(
              new Layer(
                  new Rotation(
                      Turn.parse("1 week").orElseThrow(), LocalDateTime.parse("2026-03-02T00:00")),
                  List.of(BEA.id(), ADA.id()),
                  0)));

  private final TestReplica replica;
  private final CommandTable table;
  private final Router router;

  public Said(TestReplica replica) {
    this.replica = replica;
    var rights =
        Map.of(
            "responder", Set.of(Right.parse("incident:*"), Right.parse("alert:*")),
            "duty", Set.of(Right.parse("oncall:*")),
            "guest", Set.<Right>of());
    var directory = new Directory(List.of(ADA, BEA, EVE), rights);
    var target = new SeverityTarget(TestReplica.P1, Targets.NONE, Optional.empty());
    var commands = new ArrayList<Command>();
    commands.addAll(
        IncidentCommands.all(
            replica.incidents(),
            replica.merges(),
            replica.posts(),
            new Team(directory, () -> List.of(target), List::of),
            replica.clock()));
    commands.addAll(alerts(new Team(directory, () -> List.of(target), List::of)));
    commands.addAll(
        OnCallCommands.all(
            () -> List.of(PRIMARY), new LayeredOnCall(), directory, replica.clock()));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    var filters =
        List.of(
            new AuthoriseFilter(directory),
            new AskFilter(replica.clock(), replica.posts()::incidentAt));
    this.table = new CommandTable(commands);
    this.router = new Router(table, filters);
  }

  private List<Command> alerts(Team team) {
    var history = new PostgresAlertHistory(replica.database());
    var archive =
        new AlertCommands.Archive(
            history,
            new PostgresDeliveryHistory(replica.database()),
            () -> new Silences(replica.silences().active()));
    var actions = new IncidentActions(replica.incidents(), replica.posts(), replica.clock());
    return Stream.concat(
            AlertCommands.all(archive, team, List.of("alertmanager", "grafana"), replica.clock())
                .stream(),
            SilenceCommands.all(replica.silences(), history, actions, replica.clock()).stream())
        .toList();
  }

  /** Runs what only looks. */
  public Router router() {
    return router;
  }

  public CommandTable table() {
    return table;
  }

  public Message to(Person asker, String text) {
    return reply(asker, text).message();
  }

  Reply reply(Person asker, String text) {
    var place = new Place("slack", "incidents", Optional.empty());
    var invocation = new Invocation(asker, place, text, "r1");
    return replica.database().inTransaction(() -> router.handle(invocation));
  }

  private static Person person(String id, String name, String... roles) {
    return new Person(new PersonId(id), name, ZoneOffset.UTC, Set.of(roles));
  }
}
