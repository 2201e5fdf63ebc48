package dev.muster.integrations.slack.inbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.slack.answer.Times;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.http.SlackHttp;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.slack.reaction.Timelines;
import dev.muster.integrations.slack.socket.SlackEnvelopes;
import dev.muster.integrations.slack.socket.SlackSocket;
import dev.muster.integrations.slack.socket.Tickets;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Muster's side of Slack with a few commands behind it, and Slack itself. */
final class InboundDesk implements AutoCloseable {

  /**
   * For who tests what Slack does not wait for, and does not want to wait either: less than
   * Slack's, but enough for what is in time to be so on a slow machine.
   */
  static final Times HASTY =
      new Times(
          Duration.ofMillis(300),
          Duration.ofMillis(600),
          Duration.ofMillis(2_000),
          Duration.ofMillis(50));

  static final String ADA = "U01AAAA";
  static final Person DEVOPS =
      new Person(new PersonId("devops"), "DevOps Engineer", ZoneOffset.UTC, Set.of());

  final TestClock clock = new TestClock();
  final FakeSlack slack = FakeSlack.start(clock);
  final Place incidents = slack.channel("incidents").with(ADA);
  final TestOrders orders = new TestOrders(new Directory(List.of(DEVOPS), Map.of()), clock);
  final BlockingQueue<String> refreshed = new LinkedBlockingQueue<>();
  final Set<String> threads = ConcurrentHashMap.newKeySet();

  /** What happens before somebody hears which incident a thread is about. */
  volatile Runnable beforeLooking = () -> {};

  final BlockingQueue<String> members = new LinkedBlockingQueue<>();
  final SlackInbound inbound;
  final SlackHttp http;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  final SlackApi api;
  private final HttpServer server;

  /** Whether people cannot be looked up. */
  volatile boolean isDatabaseAway;

  Optional<SlackSocket> socket = Optional.empty();

  InboundDesk() {
    this(Times.USUAL);
  }

  /** With less patience than Slack has. */
  InboundDesk(Times times) {
    api = new SlackApi(new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl()), clock);
    var means =
        new SlackInbound.Means(
            api,
            () -> new BlockKit(ZoneOffset.UTC),
            new Ada(),
            new Rooms(),
            orders.with((channel, message) -> refreshed.add(channel + "/" + message)),
            new Timelines(new OfIncidents(), () -> List.of("pushpin", "stopwatch")),
            (user, hasLeft) -> members.add(user + " " + hasLeft));
    inbound = new SlackInbound(means, times, clock, executor);
    http = new SlackHttp(inbound, slack.signingSecret(), clock);
    server = serve();
    slack.http(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));
  }

  /** From now on everything comes by sockets. */
  InboundDesk bySocket() {
    return bySocket(Duration.ofSeconds(4));
  }

  /** Sockets that have not failed when they last so long. */
  InboundDesk bySocket(Duration lasting) {
    slack.sockets();
    var opened =
        new SlackSocket(
            new Tickets(api, slack.tokens().app().secret()),
            new SlackEnvelopes(inbound),
            lasting,
            executor,
            clock);
    socket = Optional.of(opened);
    opened.start();
    return this;
  }

  private final class OfIncidents implements IncidentThreads {
    @Override
    public Optional<IncidentId> incidentAt(dev.muster.commands.chat.Place place) {
      beforeLooking.run();
      return place.thread().filter(threads::contains).map(_ -> new IncidentId(1042));
    }

    @Override
    public void append(ThreadReply reply) {
      throw new UnsupportedOperationException("Slack is written to by work");
    }
  }

  private final class Ada implements SlackPeople {
    @Override
    public Optional<Person> person(String user) {
      if (isDatabaseAway) {
        throw new StoreUnavailable("away", null);
      }
      return Optional.of(DEVOPS).filter(_ -> user.equals(ADA));
    }

    @Override
    public Optional<String> user(PersonId person) {
      return Optional.of(ADA).filter(_ -> person.equals(DEVOPS.id()));
    }
  }

  private final class Rooms implements Channels {
    @Override
    public Optional<String> name(String id) {
      return Optional.of("incidents").filter(_ -> id.equals(incidents.id()));
    }

    @Override
    public String usual() {
      return "general";
    }
  }

  private HttpServer serve() {
    try {
      var listening = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      listening.setExecutor(executor);
      listening.createContext("/", this::take);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = http.take(body, exchange.getRequestHeaders());
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    socket.ifPresent(SlackSocket::close);
    server.stop(0);
    inbound.close();
    executor.close();
    api.close();
    slack.close();
  }
}
