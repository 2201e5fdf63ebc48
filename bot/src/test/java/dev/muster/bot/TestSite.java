package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.health.AddressProof;
import dev.muster.bot.http.Readiness;
import dev.muster.bot.http.Web;
import dev.muster.bot.http.slack.SlackRoutes;
import dev.muster.bot.login.LoginServices.Sending;
import dev.muster.bot.process.Closing;
import dev.muster.bot.runbook.RunMeans;
import dev.muster.bot.slack.Slack;
import dev.muster.bot.slack.SlackDoor;
import dev.muster.bot.slack.SlackSettings;
import dev.muster.commands.chat.Command;
import dev.muster.commands.doctor.Doctor;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.chat.PostgresChatAccounts;
import dev.muster.integrations.postgres.chat.PostgresLiveUpdates;
import dev.muster.integrations.postgres.upkeep.Partitions;
import dev.muster.integrations.slack.http.SlackHttp;
import dev.muster.runbooks.trigger.AlertRules;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** All that is served over HTTP, on a database that is not there unless one is given. */
final class TestSite implements AutoCloseable {

  static final Map<String, String> BROWSER = Map.of("Accept", "text/html,*/*;q=0.8");
  static final Map<String, String> PROGRAM = Map.of("Accept", "*/*");

  private static final DatabaseAddress NOWHERE =
      DatabaseAddress.parse("postgresql://muster@127.0.0.1:1/muster");

  static final String KEY = "key-of-this-database";

  private final Readiness readiness = new Readiness();
  private final Closing closing = new Closing();
  private final HttpClient client;
  private final int port;
  private final Stores stores;
  private final Services services;
  private volatile List<Route> routes = List.of();

  /** Ready, with the environment given and the demo's configuration. */
  static TestSite with(Map<String, String> environment) {
    var site = new TestSite(Settings.from(environment), NOWHERE, Demo.config());
    site.readiness.ready();
    return site;
  }

  static TestSite demo() {
    return with(Map.of());
  }

  /** The demo on a database that is there and has its tables. */
  static TestSite demoOn(DatabaseAddress database) {
    return on(database, Map.of(), Demo.config());
  }

  /** With this {@code muster.yaml} on such a database. */
  static TestSite of(String yaml, Map<String, String> environment, DatabaseAddress database) {
    var outcome = Demo.loader().read(ConfigFiles.of("muster.yaml", yaml));
    if (outcome instanceof ConfigLoader.Outcome.Loaded(var config, _, _)) {
      return on(database, environment, config);
    }
    throw new AssertionError(outcome.toString());
  }

  private static TestSite on(
      DatabaseAddress database, Map<String, String> environment, Config config) {
    try (var prepared = new Database(Pools.open(database, "prepare", 1))) {
      var _ = new Partitions(prepared).ensure(InstantSource.system().instant());
    }
    var site = new TestSite(Settings.from(environment), database, config);
    site.readiness.ready();
    return site;
  }

  /** Not ready yet. */
  static TestSite starting() {
    return new TestSite(Settings.from(Map.of()), NOWHERE, Demo.config());
  }

  private TestSite(Settings settings, DatabaseAddress database, Config config) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    closing.add("threads", threads);
    var clock = InstantSource.system();
    var stores = Stores.open(database, Slack.mirrors(Optional.empty()), clock, () -> {});
    closing.add("stores", stores);
    var live = new PostgresLiveUpdates(database);
    closing.add("live", live);
    var sending = new Sending(Optional.of((_, _) -> true), threads);
    this.stores = stores;
    var doctor = new Doctor(List::of, threads, Doctor.USUAL_LIMIT, InstantSource.system());
    var runs =
        RunMeans.of(StepKinds.all(), () -> config, _ -> null, clock)
            .over(stores.database(), () -> {}, clock);
    services =
        Services.of(
            () -> config, stores, runs, () -> AlertRules.NONE, live, sending, doctor, clock);
    closing.add("intake", services.commit());
    var web = new Web(threads);
    closing.add("web", web);
    client = web.vertx().createHttpClient();
    var site =
        new Site(
            settings,
            () -> config,
            stores,
            services,
            new Site.Vitals(
                readiness, Metrics.of(stores), List::of, () -> Optional.of(new AddressProof(KEY))));
    closing.add("site", site);
    var slack = slack(config, threads, clock);
    port =
        web.listen(
            "127.0.0.1",
            0,
            router -> {
              site.mount(web, router);
              new SlackRoutes(slack, web.blocking()).mount(router);
              routes = router.getRoutes();
            });
  }

  /** Slack is not there, and nobody here knows its signing secret. */
  private SlackHttp slack(Config config, Executor threads, InstantSource clock) {
    var settings =
        new SlackSettings(
            "xoxb-test", Optional.of("signing-secret"), Optional.empty(), "http://127.0.0.1:1/");
    var outside = Slack.of(Optional.of(settings), false, () -> config, clock).orElseThrow();
    closing.add("slack", outside);
    var inside =
        new SlackDoor.Inside(
            Services.people(() -> config, clock),
            new PostgresChatAccounts(stores.database()),
            stores.incidents(),
            stores.posts(),
            stores.own(clock),
            services.commands().table(),
            services.commands().router(),
            services.commands().late(),
            Services.leavers(() -> config, stores, List.of(), clock));
    var door = new SlackDoor(outside, () -> config, inside, clock, threads);
    closing.add("slack's door", door);
    return door.http().orElseThrow();
  }

  /** All that the router has. */
  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** Every command that people can run. */
  List<Command> commands() {
    return List.copyOf(services.commands().table().all());
  }

  Database database() {
    return stores.database();
  }

  Readiness readiness() {
    return readiness;
  }

  /** What came back. */
  record Answer(int status, MultiMap headers, String body) {

    String type() {
      return String.valueOf(headers.get("Content-Type"));
    }

    /** What a program is told. */
    String detail() {
      if (!type().equals("application/problem+json")) {
        throw new AssertionError(type() + ": " + body);
      }
      return new JsonObject(body).getString("detail");
    }
  }

  Answer get(String path, Map<String, String> headers) {
    return ask(HttpMethod.GET, "127.0.0.1", path, headers);
  }

  Answer post(String path, Map<String, String> headers) {
    return ask(HttpMethod.POST, "127.0.0.1", path, headers);
  }

  Answer post(String path, Map<String, String> headers, String body) {
    return ask(HttpMethod.POST, "127.0.0.1", path, headers, body);
  }

  /** As somebody who thinks that we are called {@code host}. */
  Answer ask(HttpMethod method, String host, String path, Map<String, String> headers) {
    return ask(method, host, path, headers, "");
  }

  private Answer ask(
      HttpMethod method, String host, String path, Map<String, String> headers, String body) {
    var options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
            .setHost(host)
            .setPort(port)
            .setMethod(method)
            .setURI(path);
    headers.forEach(options::putHeader);
    try {
      return client
          .request(options)
          // Within, so that the body finds its reader there however soon it comes.
          .compose(request -> request.send(body).compose(TestSite::read))
          .toCompletionStage()
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static io.vertx.core.Future<Answer> read(HttpClientResponse response) {
    return response
        .body()
        .map(body -> new Answer(response.statusCode(), response.headers(), body.toString()));
  }

  @Override
  public void close() {
    closing.close();
  }
}
