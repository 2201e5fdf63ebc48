import dev.muster.bot.http.Web;
import dev.muster.bot.http.slack.SlackRoutes;
import dev.muster.bot.process.Logging;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.http.SlackHttp;
import dev.muster.integrations.slack.inbound.Channels;
import dev.muster.integrations.slack.inbound.Orders;
import dev.muster.integrations.slack.inbound.SlackInbound;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.slack.reaction.Timelines;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Muster's way in from Slack, from the socket to the router of commands and back, as the service
 * wires it; behind it one command with a fixed answer, no filters, no database.
 *
 * <pre>SIGNING_SECRET=… java -cp muster.jar FixedCommand.java</pre>
 *
 * Prints where it listens, on a port that the system chooses.
 */
class FixedCommand {

  private static final Person SOMEBODY =
      new Person(new PersonId("p0"), "Person 0", ZoneOffset.UTC, Set.of());

  public static void main(String[] args) {
    Logging.setUp("text", new String[0]);
    var clock = InstantSource.system();
    var executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("muster-", 0).factory());
    // Nothing listens there: whatever is said to Slack beside the acknowledgement would fail.
    var api = new SlackApi(new SlackAccess("xoxb-bench", "http://127.0.0.1:9/api/"), clock);
    var means =
        new SlackInbound.Means(
            api,
            () -> new BlockKit(ZoneOffset.UTC),
            new OnePerson(),
            new OneChannel(),
            orders(),
            new Timelines(new NoThreads(), List::of),
            (_, _) -> {});
    var inbound = new SlackInbound(means, clock, executor);
    var http = new SlackHttp(inbound, System.getenv("SIGNING_SECRET"), clock);
    var web = new Web(executor);
    var port =
        web.listen("127.0.0.1", 0, routes -> new SlackRoutes(http, web.blocking()).mount(routes));
    System.out.println("listening: http://127.0.0.1:" + port);
  }

  private static Orders orders() {
    var commands = new ArrayList<Command>();
    commands.add(new Status());
    commands.add(
        new HelpCommand(
            () -> new CommandTable(commands), new Directory(List.of(SOMEBODY), Map.of())));
    var table = new CommandTable(commands);
    // Without a database nobody remembers what takes longer than Slack waits: here, that would
    // fail.
    var late = new LateRequests(null, null);
    var router = new Router(table, List.of());
    return new Orders(table, router, router, (_, _) -> {}, late);
  }

  private static final class NoThreads implements IncidentThreads {

    @Override
    public Optional<IncidentId> incidentAt(Place place) {
      return Optional.empty();
    }

    @Override
    public void append(ThreadReply reply) {}
  }

  private static final class Status implements Command {

    @Override
    public String name() {
      return "status";
    }

    @Override
    public String summary() {
      return "Says that everything is well";
    }

    @Override
    public Optional<Right> needs() {
      return Optional.empty();
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      var text = "Everything is well.";
      return Reply.toAsker(Message.of(text, Block.line(text)));
    }
  }

  private static final class OnePerson implements SlackPeople {

    @Override
    public Optional<Person> person(String user) {
      return Optional.of(SOMEBODY);
    }

    @Override
    public Optional<String> user(PersonId person) {
      return Optional.of("U00000");
    }
  }

  private static final class OneChannel implements Channels {

    @Override
    public Optional<String> name(String id) {
      return Optional.of("c0");
    }

    @Override
    public String usual() {
      return "c0";
    }
  }
}
