package dev.muster.bot;

import dev.muster.bot.cli.RehearseCommand;
import dev.muster.bot.config.current.ConfigSource;
import dev.muster.bot.config.current.ConfigWatch;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.bot.config.current.FollowConfig;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.health.ChatNotices;
import dev.muster.bot.health.InstallationProof;
import dev.muster.bot.health.Troubles;
import dev.muster.bot.http.Port;
import dev.muster.bot.http.Readiness;
import dev.muster.bot.http.Web;
import dev.muster.bot.http.slack.SlackRoutes;
import dev.muster.bot.process.Closing;
import dev.muster.bot.process.EmbeddedDatabase;
import dev.muster.bot.process.Ground;
import dev.muster.bot.process.Waiting;
import dev.muster.bot.runbook.RunMeans;
import dev.muster.bot.runbook.RunTriggers;
import dev.muster.bot.runbook.RunWatch;
import dev.muster.bot.runbook.RunWork;
import dev.muster.bot.runbook.RunsInChats;
import dev.muster.bot.runbook.StandingRules;
import dev.muster.bot.slack.Slack;
import dev.muster.bot.slack.SlackDoor;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Doctor;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Migrations;
import dev.muster.integrations.postgres.chat.PostgresChatAccounts;
import dev.muster.integrations.postgres.chat.PostgresLiveUpdates;
import dev.muster.integrations.postgres.doctor.AddressKey;
import dev.muster.integrations.postgres.upkeep.Partitions;
import dev.muster.integrations.slack.http.SlackHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Muster: put together here, started from the database up, stopped in reverse order, so
 * that what was accepted is committed before anything closes.
 */
public final class Muster implements RehearseCommand.Demo {

  private static final Logger log = LoggerFactory.getLogger(Muster.class);

  /** How long load balancers have to see that we stop, before we refuse what they send. */
  private static final Duration NOTICE = Duration.ofSeconds(2);

  private final Settings settings;
  private final Readiness readiness = new Readiness();
  private final Closing closing = new Closing();
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("muster-", 0).factory());
  private volatile int port;

  private Muster(Settings settings) {
    this.settings = settings;
  }

  /** Returns once it serves and the database is there, however long that takes. */
  public static Muster start(Settings settings, ConfigSource source, CurrentConfig config) {
    var muster = new Muster(settings);
    try {
      muster.start(source, config);
      return muster;
    } catch (RuntimeException e) {
      muster.close();
      throw e;
    }
  }

  /** Where people reach it. */
  @Override
  public String url() {
    var host = settings.isLoopback() ? settings.bind() : "127.0.0.1";
    return settings.url().orElseGet(() -> "http://" + host + ":" + port + "/");
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    var wasServing = readiness.draining();
    if (wasServing) {
      log.atInfo().log("Stopping: what is under way is finished, then nothing new is taken");
      if (!settings.isDemo()) {
        Waiting.pause(NOTICE);
      }
    }
    readiness.stopping();
    closing.close();
    if (wasServing) {
      log.atInfo().log("Stopped");
    }
  }

  private void start(ConfigSource source, CurrentConfig config) {
    var clock = InstantSource.system();
    closing.add("threads", executor);
    // Before a database is started for nothing.
    Port.requireFree(settings.bind(), settings.port(), settings.managementPort());
    var ground = settings.database().map(Ground::new).orElseGet(this::embedded);
    var address = ground.address();
    var wake = new AtomicReference<Runnable>(() -> {});
    var slack = Slack.of(settings.slack(), settings.isDemo(), config, clock);
    slack.ifPresent(found -> closing.add("Slack", found));
    var stores = Stores.open(address, Slack.mirrors(slack), clock, () -> wake.get().run());
    closing.add("database pools", stores);
    var metrics = Metrics.of(stores);
    var chats = Work.chats(stores, slack, clock);
    var all = List.copyOf(chats.values());
    var mailer = Mails.mailer(settings, clock);
    var mailing = Work.mailing(config, settings, mailer);
    var own = Work.own(config, stores, slack, settings.url(), clock);
    var rules = new StandingRules(() -> config.get().runbooks(), executor);
    var mirrors = Slack.mirrors(slack);
    var triggers = new RunTriggers(config, rules, mirrors, () -> wake.get().run(), clock);
    var announcements = triggers.announcements(stores.database());
    var files = settings.data().resolve("files");
    var kinds = StepKinds.of(files, () -> config.get().runbooks().access(), announcements);
    var people = Services.people(config, clock);
    var showing = new RunsInChats(mirrors, people, settings.url(), () -> wake.get().run(), clock);
    var means =
        RunMeans.of(kinds, config, ground.environment(), clock)
            .shownBy(showing.watchedBy(RunWatch.all(config, metrics.registry(), clock)));
    var shown = showing.card(means.over(stores.database(), () -> {}, clock));
    var outside = new Work.Outside(chats, own, Slack.bearers(slack), mailing, shown);
    var work = Work.of(config, stores, outside, rules, metrics, clock);
    closing.add("work", work);
    wake.set(work::wake);
    var runs = RunWork.of(address, means, triggers, metrics, clock);
    closing.add("runs", runs);
    var live = new PostgresLiveUpdates(address);
    closing.add("live updates", live);
    var checks = new AtomicReference<Supplier<List<Check>>>(List::of);
    var doctor = new Doctor(() -> checks.get().get(), executor, Doctor.USUAL_LIMIT, clock);
    var links = Mails.loginLinks(config, mailer, executor);
    var running = means.over(stores.database(), runs::wake, clock);
    var services = Services.of(config, stores, running, rules, live, links, doctor, clock);
    var watched = slack.map(Slack::chat);
    watched.ifPresent(chat -> chat.whenRefused(new ChatNotices(all, config, executor)));
    var troubles = new Troubles(config, mailer, () -> Slack.failures(slack), settings.isDemo());
    var proof = new InstallationProof(new AddressKey(stores.database())::read);
    var vitals = new Site.Vitals(readiness, metrics, troubles, proof);
    var site = new Site(settings, config, stores, services, vitals);
    config.whenReplaced(site::follow);
    var door = slack.map(found -> door(found, config, stores, services, all));
    door.ifPresent(opened -> metrics.watch(opened, clock));
    var parts = new Checkups.Parts(address, config, slack, door, mailer, proof);
    checks.set(() -> Checkups.running(settings, parts, executor, clock));
    serve(site, door.flatMap(SlackDoor::http));
    door.ifPresent(opened -> closing.add("Slack's door", opened));
    // Closed before the web server, so that whoever waits is still told what became of it.
    closing.add("intake", services.commit());
    var follow = Services.follow(source, config, stores, all, clock);
    prepare(address, stores, follow, clock);
    Mails.tellOfMissing(troubles.unheardRoutes());
    executor.execute(mailer::tryOut);
    watched.ifPresent(chat -> executor.execute(chat::tryOut));
    work.start();
    runs.start();
    closing.add("configuration", ConfigWatch.start(follow, executor));
    live.start(executor);
    readiness.ready();
    door.ifPresent(SlackDoor::open);
  }

  private Ground embedded() {
    log.atInfo().addKeyValue("folder", settings.data()).log("Starting embedded PostgreSQL");
    var embedded = EmbeddedDatabase.start(settings.data(), executor);
    closing.add("embedded PostgreSQL", embedded);
    return settings.isDemo()
        ? new Ground(embedded.address(), Demo.environment(embedded))
        : new Ground(embedded.address());
  }

  private SlackDoor door(
      Slack slack, CurrentConfig config, Stores stores, Services services, List<Chat> chats) {
    var clock = services.clock();
    var inside =
        new SlackDoor.Inside(
            Services.people(config, clock),
            new PostgresChatAccounts(stores.database()),
            stores.incidents(),
            stores.posts(),
            stores.own(services.clock()),
            services.commands().table(),
            services.commands().router(),
            services.commands().late(),
            Services.leavers(config, stores, chats, clock));
    return new SlackDoor(slack, config, inside, clock, executor);
  }

  private void serve(Site site, Optional<SlackHttp> slack) {
    var web = new Web(executor);
    closing.add("web server", web);
    closing.add("site", site);
    port =
        web.listen(
            settings.bind(),
            settings.port(),
            routes -> {
              site.mount(web, routes);
              slack.ifPresent(door -> new SlackRoutes(door, web.blocking()).mount(routes));
            });
    settings
        .managementPort()
        .ifPresent(management ->
            web.listen(settings.bind(), management, routes -> site.mountManagement(web, routes)));
  }

  private void prepare(
      DatabaseAddress address, Stores stores, FollowConfig follow, InstantSource clock) {
    for (var attempt = 0; ; attempt++) {
      try {
        Migrations.run(address);
        var _ = new Partitions(stores.database()).ensure(clock.instant());
        follow.begin();
        return;
      } catch (StoreUnavailable away) {
        readiness.notReady("Waiting for the database at " + address.shown());
        if (attempt % 5 == 0) {
          log.atWarn()
              .addKeyValue("database", address.shown())
              .addKeyValue("reason", away.reason())
              .log("Waiting for the database, trying again every second");
        }
        Waiting.pause(Duration.ofSeconds(1));
      }
    }
  }
}
