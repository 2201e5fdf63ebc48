package dev.muster.bot;

import dev.muster.bot.api.ApiAccess;
import dev.muster.bot.api.ApiRefusals;
import dev.muster.bot.api.ApiRoutes;
import dev.muster.bot.api.CommandApi;
import dev.muster.bot.api.OnCallApi;
import dev.muster.bot.api.ReadingApi;
import dev.muster.bot.api.document.OpenApi;
import dev.muster.bot.api.run.OperationApi;
import dev.muster.bot.api.run.RunApi;
import dev.muster.bot.chat.ChatRoutes;
import dev.muster.bot.chat.ChatServices;
import dev.muster.bot.config.Config;
import dev.muster.bot.config.LoginIds;
import dev.muster.bot.config.Senders;
import dev.muster.bot.console.ConsoleRoutes;
import dev.muster.bot.console.ConsoleServices;
import dev.muster.bot.health.AddressProof;
import dev.muster.bot.health.HeadRequests;
import dev.muster.bot.health.HealthRoutes;
import dev.muster.bot.health.IntakeTiming;
import dev.muster.bot.health.Remembered;
import dev.muster.bot.health.Trouble;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.OwnNames;
import dev.muster.bot.http.Readiness;
import dev.muster.bot.http.Refusals;
import dev.muster.bot.http.Web;
import dev.muster.bot.http.intake.EnqueueRoutes;
import dev.muster.bot.http.intake.Intake;
import dev.muster.bot.http.intake.IntakeRoutes;
import dev.muster.bot.login.DemoEntrance;
import dev.muster.bot.login.Entrance;
import dev.muster.bot.login.LoginServices;
import dev.muster.bot.login.LoginSettings;
import dev.muster.bot.login.PersonalEntrance;
import dev.muster.bot.page.Assets;
import dev.muster.bot.page.Exchange;
import dev.muster.bot.page.Failures;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Navigation;
import dev.muster.bot.page.Pages;
import dev.muster.bot.process.Closing;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.token.TokenCheck;
import dev.muster.integrations.postgres.chat.PostgresChatHistory;
import dev.muster.integrations.postgres.figures.PostgresFigures;
import dev.muster.integrations.postgres.incident.PostgresIncidentHistory;
import dev.muster.integrations.postgres.incident.PostgresIncidentSearch;
import dev.muster.integrations.postgres.login.PostgresLoginLinks;
import dev.muster.integrations.postgres.login.PostgresSessions;
import dev.muster.integrations.sources.Sources;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is served over HTTP. A new set of pages is one line here. */
final class Site implements AutoCloseable {

  private final Settings settings;
  private final Supplier<Config> config;
  private final Stores stores;
  private final Services services;
  private final Vitals vitals;
  private final Remembered database;
  private final Assets assets = new Assets();
  private final PostgresChatHistory history;
  private final Directory directory;
  private final Entrance entrance;
  private final Closing closing = new Closing();

  Site(
      Settings settings, Supplier<Config> config, Stores stores, Services services, Vitals vitals) {
    this.settings = settings;
    this.config = config;
    this.stores = stores;
    this.services = services;
    this.vitals = vitals;
    this.database = new Remembered(stores.intake().database()::answers, services.clock());
    this.history = new PostgresChatHistory(stores.database(), services.clock());
    this.directory = Services.people(config, services.clock());
    this.entrance = settings.isDemo() ? new DemoEntrance(directory) : personalEntrance();
  }

  /** How Muster itself is, and what somebody has to mend about it. */
  record Vitals(
      Readiness readiness,
      Metrics metrics,
      Supplier<List<Trouble>> troubles,
      Supplier<Optional<AddressProof>> proof) {}

  void mount(Web web, Router router) {
    var blocking = web.blocking();
    var pages = pages(blocking);
    var chat = chat(web, pages);
    closing.add("chat", chat);
    vitals.metrics().watch(services, vitals.readiness(), chat::openStreams);
    vitals.metrics().watch(vitals.troubles());
    var refusals = new Refusals(vitals.readiness(), pages::notice);
    refusals.mount(router);
    guard(router);
    health(blocking).mount(router);
    router.get("/assets/:version/:file").handler(assets::serve);
    router.route().handler(refusals::gate);
    new IntakeTiming(vitals.metrics().registry()).mount(router);
    var intake =
        new Intake(
            services.commit(), services.intake(), services.clock(), vitals.metrics().registry());
    var senders = new Senders(config, services.clock());
    new IntakeRoutes(senders, intake, blocking).mount(router);
    new EnqueueRoutes(senders, intake, blocking).mount(router);
    api(blocking).mount(router);
    entrance.mount(router, pages);
    chat.mount(router);
    new ConsoleRoutes(pages, console()).mount(router);
    new OpenApi(router, Version.current()).mount();
    HeadRequests.allow(router);
  }

  void mountManagement(Web web, Router router) {
    guard(router);
    health(web.blocking()).mount(router);
    HeadRequests.allow(router);
  }

  /** Shuts out whoever is in the configuration no more. */
  void follow(Config now) {
    entrance.keepOnly(now.directory().people().stream().map(Person::id).toList());
  }

  /** Ends the live streams, which would last for ever. */
  @Override
  public void close() {
    closing.close();
  }

  /** Elsewhere there are keys and tokens, and names that only those who run it know. */
  private void guard(Router router) {
    if (settings.isDemo()) {
      router.route().handler(new OwnNames(settings.bind(), settings.url())::check);
    }
  }

  private Entrance personalEntrance() {
    var kept =
        new LoginServices.Kept(
            stores.database(),
            new PostgresLoginLinks(stores.database()),
            new PostgresSessions(stores.database()),
            stores.audit());
    return new PersonalEntrance(
        new LoginServices(
            kept,
            new LoginServices.People(directory, new LoginIds(config)),
            services.sending(),
            vitals.metrics().registry(),
            services.clock()),
        new LoginSettings(settings.url(), settings.proxy()));
  }

  private Pages pages(Blocking blocking) {
    var frame = new Frame(assets.prefix(), () -> config.get().name());
    return new Pages(
        frame,
        new Exchange(blocking, entrance.gate(frame), new Failures(frame)),
        new Navigation(directory, history, () -> config.get().channelNames()));
  }

  private ChatRoutes chat(Web web, Pages pages) {
    var commands = services.commands();
    return new ChatRoutes(
        web.vertx(),
        pages,
        new ChatServices(
            commands.router(), commands.table(), history, services.live(), services.clock()),
        directory);
  }

  private ConsoleServices console() {
    return new ConsoleServices(
        new ConsoleServices.Archive(
            stores.incidents(),
            new PostgresIncidentHistory(stores.database()),
            new PostgresIncidentSearch(stores.database()),
            stores.alerts(),
            stores.deliveries(),
            stores.silences(),
            services.runs(),
            stores.operations()),
        new ConsoleServices.Rota(() -> config.get().schedules(), Services.onCall(stores)),
        new ConsoleServices.Desk(
            services.commands().router(), Services.team(config, directory), Work.reminders(config)),
        new ConsoleServices.Machine(Sources.names(), this::backlog, vitals.troubles()),
        services.clock());
  }

  private ConsoleServices.Backlog backlog() {
    var due = new PostgresFigures(stores.database(), services.clock()).due().values();
    return new ConsoleServices.Backlog(
        due.stream().mapToLong(PostgresFigures.Due::count).sum(),
        due.stream().map(PostgresFigures.Due::lag).max(Duration::compareTo).orElse(Duration.ZERO));
  }

  private HealthRoutes health(Blocking blocking) {
    return new HealthRoutes(
        vitals.readiness(), database, vitals.metrics()::scrape, vitals.proof(), blocking);
  }

  private ReadingApi.Known known() {
    return new ReadingApi.Known(
        () -> config.get().severities().stream().map(one -> one.severity().name()).toList(),
        Sources.names());
  }

  private ApiRoutes api(Blocking blocking) {
    return new ApiRoutes(
        apiAccess(),
        new ApiRoutes.Reads(
            new ReadingApi(
                stores.incidents(),
                stores.alerts(),
                stores.deliveries(),
                stores.silences(),
                known()),
            new OnCallApi(
                () -> config.get().schedules(), Services.onCall(stores), services.clock()),
            new RunApi(services.runs()),
            new OperationApi(stores.operations())),
        new CommandApi(config, services.commands().router()),
        blocking);
  }

  private ApiAccess apiAccess() {
    var refusals =
        new ApiRefusals(
            stores.audit(), stores.database(), vitals.metrics().registry(), services.clock());
    return new ApiAccess(
        settings.apiToken(),
        settings.isDemo(),
        new TokenCheck(stores.tokens(), directory, services.clock()),
        directory,
        refusals);
  }
}
