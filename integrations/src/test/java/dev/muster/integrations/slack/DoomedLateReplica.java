package dev.muster.integrations.slack;

import dev.muster.commands.chat.AuditFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.late.LateFilter;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.chat.once.RepeatFilter;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.postgres.chat.PostgresDoneRequests;
import dev.muster.integrations.slack.answer.Times;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.inbound.Channels;
import dev.muster.integrations.slack.inbound.Orders;
import dev.muster.integrations.slack.inbound.SlackInbound;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.slack.reaction.Timelines;
import dev.muster.integrations.slack.socket.SlackEnvelopes;
import dev.muster.integrations.slack.socket.SlackSocket;
import dev.muster.integrations.slack.socket.Tickets;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/** A replica on a socket of Slack's whose one command waits for a lock of the database. */
final class DoomedLateReplica {

  static final String COMMAND = "incident ack";

  /** What it waits for within its transaction. */
  static final String LOCK = "select pg_advisory_xact_lock(1042)";

  private static final Times HASTY =
      new Times(
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMillis(2_500),
          Duration.ofMillis(100));

  private static final Person ADA =
      new Person(new PersonId("devops"), "DevOps Engineer", ZoneOffset.UTC, Set.of());

  private DoomedLateReplica() {}

  static DoomedProcess start(DatabaseAddress address, FakeSlack slack) throws IOException {
    return DoomedProcess.start(
        DoomedLateReplica.class,
        address.jdbcUrl(),
        slack.tokens().bot().secret(),
        slack.apiUrl(),
        slack.tokens().app().secret());
  }

  public static void main(String[] arguments) {
    var clock = InstantSource.system();
    var replica = TestReplica.on(DatabaseAddress.parse(arguments[0]), clock, List.of());
    var api = new SlackApi(new SlackAccess(arguments[1], arguments[2]), clock);
    var means =
        new SlackInbound.Means(
            api,
            () -> new BlockKit(ZoneOffset.UTC),
            new Ada(),
            new OneRoom(),
            orders(replica, clock),
            new Timelines(replica.posts(), List::of),
            (_, _) -> {});
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var inbound = new SlackInbound(means, HASTY, clock, executor);
    new SlackSocket(new Tickets(api, arguments[3]), new SlackEnvelopes(inbound), executor, clock)
        .start();
    new Gate().pass();
  }

  private static Orders orders(TestReplica replica, InstantSource clock) {
    var database = replica.database();
    var late = new LateRequests(replica.owed(), replica.whatBecame());
    var commands = new ArrayList<Command>();
    commands.add(new Waiting(database));
    commands.add(
        new HelpCommand(() -> new CommandTable(commands), new Directory(List.of(ADA), Map.of())));
    var table = new CommandTable(commands);
    var filters =
        List.of(
            new AuditFilter(database, new PostgresAuditLog(database), clock),
            new LateFilter(late),
            new RepeatFilter(new PostgresDoneRequests(database), clock));
    var router = new Router(table, filters);
    return new Orders(table, router, router, (_, _) -> {}, late);
  }

  private record Waiting(Database database) implements Command {
    @Override
    public String name() {
      return COMMAND;
    }

    @Override
    public boolean takes(List<String> words) {
      return true;
    }

    @Override
    public String summary() {
      return "Waits for a lock";
    }

    @Override
    public Optional<Right> needs() {
      return Optional.empty();
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      database.with(handle -> handle.execute("set local lock_timeout = 0"));
      database.with(handle -> handle.createQuery(LOCK).mapToMap().list());
      return Reply.told(Message.of("You have it."));
    }
  }

  private static final class Ada implements SlackPeople {
    @Override
    public Optional<Person> person(String user) {
      return Optional.of(ADA);
    }

    @Override
    public Optional<String> user(PersonId person) {
      return Optional.empty();
    }
  }

  private static final class OneRoom implements Channels {
    @Override
    public Optional<String> name(String id) {
      return Optional.of(usual());
    }

    @Override
    public String usual() {
      return "incidents";
    }
  }
}
