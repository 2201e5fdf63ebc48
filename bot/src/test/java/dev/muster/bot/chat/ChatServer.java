package dev.muster.bot.chat;

import dev.muster.bot.console.ConsoleRoutes;
import dev.muster.bot.console.ConsoleServices;
import dev.muster.bot.console.MemoryArchive;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.login.DemoEntrance;
import dev.muster.bot.login.LoginSettings;
import dev.muster.bot.login.MemoryLogins;
import dev.muster.bot.page.Assets;
import dev.muster.bot.page.Exchange;
import dev.muster.bot.page.Failures;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Navigation;
import dev.muster.bot.page.Pages;
import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.VersionCommand;
import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.command.IncidentCommands;
import dev.muster.commands.intake.history.command.AlertCommands;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.silence.command.SilenceCommands;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The built-in chat on a real server, with everything behind it in memory. */
public final class ChatServer implements AutoCloseable {

  static final ZoneId EAT = ZoneId.of("Africa/Nairobi");

  private static final Optional<String> URL = Optional.of("https://muster.example");

  private static final List<Person> PEOPLE =
      List.of(
          person("devops", "DevOps Engineer", "operator", "responder"),
          person("backend", "Backend Engineer", "dba", "responder"),
          person("cto", "CTO", "guest"),
          person("eve", "<b>Eve</b> @everyone", "responder"),
          person("auditor", "Auditor", "auditor"),
          person("runner", "Runner", "runner"));

  public final InMemoryChat chat;
  public final InMemoryIncidents incidents;
  public final MemoryLogins logins = new MemoryLogins();
  public final MemoryArchive archive = new MemoryArchive();

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ChatRoutes routes;
  private final HttpServer server;

  public ChatServer(InstantSource clock, boolean isDemo, int port) {
    this(
        clock,
        isDemo ? Optional.empty() : Optional.of(new LoginSettings(URL, Optional.empty())),
        port);
  }

  /** With a personal login, or else as the demo. */
  public ChatServer(InstantSource clock, Optional<LoginSettings> login, int port) {
    chat = new InMemoryChat(clock);
    incidents = new InMemoryIncidents(chat, clock);
    var directory =
        new Directory(
            PEOPLE,
            Map.of(
                "responder",
                Set.of(
                    Right.parse("incident:*"),
                    Right.parse("alert:*"),
                    Right.parse("oncall:*"),
                    Right.parse("report:*"),
                    Right.parse("runbook:*")),
                "guest",
                Set.of(Right.parse("incident:view")),
                "auditor",
                Set.of(Right.parse("report:view")),
                "runner",
                Set.of(Right.parse("runbook:view"))));
    var team = new Team(directory, () -> InMemoryIncidents.SCALE, List::of);
    var table = table(team, clock);
    var router =
        new Router(
            table,
            List.of(new AuthoriseFilter(directory), new AskFilter(clock, incidents::incidentAt)));
    var services = new ChatServices(router, table, chat, chat, clock);
    var assets = new Assets();
    var frame = new Frame(assets.prefix(), () -> "LearnHub Kenya");
    var entrance =
        login
            .map(settings -> logins.entrance(directory, threads, clock, settings))
            .orElseGet(() -> new DemoEntrance(directory));
    var blocking = new Blocking(vertx, threads);
    var pages =
        new Pages(
            frame,
            new Exchange(blocking, entrance.gate(frame), new Failures(frame)),
            new Navigation(directory, chat, () -> List.of("incidents", "general", "deployments")));
    routes = new ChatRoutes(vertx, pages, services, directory);
    var http = io.vertx.ext.web.Router.router(vertx);
    http.get("/assets/:version/:file").handler(assets::serve);
    entrance.mount(http, pages);
    routes.mount(http);
    var desk =
        new ConsoleServices.Desk(
            router, team, new Reminders(team::targetsOf, () -> BusinessHours.usual(EAT)));
    new ConsoleRoutes(pages, archive.services(incidents, desk, clock)).mount(http);
    server = await(vertx.createHttpServer().requestHandler(http).listen(port, "127.0.0.1"));
  }

  int port() {
    return server.actualPort();
  }

  public String address() {
    return "http://127.0.0.1:" + port();
  }

  /** Ends what is open; browsers may come back. */
  void endStreams() {
    routes.close();
    routes.listen();
  }

  /** Ends the chat and leaves the server open. */
  void closeChat() {
    routes.close();
  }

  @Override
  public void close() {
    routes.close();
    await(server.close());
    await(vertx.close());
    threads.close();
  }

  /** Stands for all that people do to runs. */
  private record Cancelling() implements Command {
    @Override
    public String name() {
      return "runbook cancel";
    }

    @Override
    public String summary() {
      return "Ends a run";
    }

    @Override
    public Optional<Right> needs() {
      return Optional.of(Right.parse("runbook:act"));
    }

    @Override
    public Reply run(Invocation invocation, List<String> arguments) {
      throw new AssertionError("nobody cancels a run here");
    }
  }

  private CommandTable table(Team team, InstantSource clock) {
    var table = new AtomicReference<CommandTable>();
    var commands =
        new ArrayList<Command>(IncidentCommands.all(incidents, incidents, incidents, team, clock));
    commands.addAll(
        AlertCommands.all(
            new AlertCommands.Archive(
                archive, archive, () -> new Silences(archive.silences.active())),
            team,
            List.of("alertmanager", "generic"),
            clock));
    var actions = new IncidentActions(incidents, incidents, clock);
    commands.addAll(SilenceCommands.all(archive.silences, archive, actions, clock));
    commands.add(new Cancelling());
    commands.add(new HelpCommand(table::get, team.directory()));
    commands.add(new VersionCommand("0.1.0"));
    table.set(new CommandTable(commands));
    return table.get();
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Person person(String id, String name, String... roles) {
    return new Person(new PersonId(id), name, EAT, Set.of(roles));
  }
}
