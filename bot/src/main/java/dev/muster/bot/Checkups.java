package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.bot.config.current.FolderSource;
import dev.muster.bot.doctor.AddressCheck;
import dev.muster.bot.doctor.ConfigCheck;
import dev.muster.bot.doctor.DeliveryCheck;
import dev.muster.bot.doctor.FilesCheck;
import dev.muster.bot.doctor.MailCheck;
import dev.muster.bot.doctor.NotAsked;
import dev.muster.bot.doctor.ServerCheck;
import dev.muster.bot.doctor.StepsCheck;
import dev.muster.bot.doctor.Unused;
import dev.muster.bot.doctor.WrongSetting;
import dev.muster.bot.health.AddressProof;
import dev.muster.bot.health.InstallationProof;
import dev.muster.bot.health.Troubles;
import dev.muster.bot.process.Closing;
import dev.muster.bot.slack.Slack;
import dev.muster.bot.slack.SlackCheckups;
import dev.muster.bot.slack.SlackDoor;
import dev.muster.commands.configuration.AcceptedConfigurations;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Checks;
import dev.muster.commands.doctor.Doctor;
import dev.muster.commands.doctor.Report;
import dev.muster.commands.mail.Mailer;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.configuration.PostgresAcceptedConfigurations;
import dev.muster.integrations.postgres.doctor.AddressKey;
import dev.muster.integrations.postgres.doctor.DatabaseCheck;
import dev.muster.integrations.postgres.doctor.DiskCheck;
import dev.muster.integrations.postgres.doctor.TablesCheck;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgres;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the doctor looks at. A new check is one line here. */
final class Checkups {

  private final Settings settings;
  private final Set<String> wrong;
  private final ExecutorService threads;
  private final InstantSource clock;
  private final List<Check> checks = new ArrayList<>();

  /**
   * @param wrong the settings that could not be read
   */
  private Checkups(
      Settings settings, Set<String> wrong, ExecutorService threads, InstantSource clock) {
    this.settings = settings;
    this.wrong = wrong;
    this.threads = threads;
    this.clock = clock;
  }

  /** What a running Muster has. */
  record Parts(
      DatabaseAddress database,
      CurrentConfig config,
      Optional<Slack> slack,
      Optional<SlackDoor> door,
      Mailer mailer,
      Supplier<Optional<AddressProof>> proof) {}

  /** From within the Muster that somebody asks. */
  static List<Check> running(
      Settings settings, Parts parts, ExecutorService threads, InstantSource clock) {
    var all = new Checkups(settings, Set.of(), threads, clock);
    all.checks.add(new ConfigCheck(parts.config()));
    all.checks.add(new StepsCheck(parts.config()));
    all.database(parts.database());
    all.slack(parts.slack(), Optional.of(parts.config()));
    parts
        .door()
        .map(door -> Checks.of("Slack's way here", () -> door.checks(settings.url(), clock)))
        .ifPresent(all.checks::addAll);
    parts.slack().map(slack -> new DeliveryCheck(slack.chat())).ifPresent(all.checks::add);
    all.mail(parts.mailer(), parts.config());
    all.address(parts.proof());
    return all.checks;
  }

  /** From beside a Muster that runs or not; starts nothing and changes nothing. */
  static Report examine(Settings.Read read, ConfigLoader loader) {
    var closing = new Closing();
    try {
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      closing.add("threads", threads::shutdownNow);
      var clock = InstantSource.system();
      return new Doctor(
              () -> beside(read, loader, threads, closing), threads, Doctor.USUAL_LIMIT, clock)
          .examine();
    } finally {
      closing.close();
    }
  }

  private static List<Check> beside(
      Settings.Read read, ConfigLoader loader, ExecutorService threads, Closing closing) {
    var settings = read.settings();
    var all = new Checkups(settings, read.wrong().keySet(), threads, InstantSource.system());
    read.wrong().values().stream().map(WrongSetting::new).forEach(all.checks::add);
    var files = new FolderSource(loader, settings.home(), settings.isLoopback()).own();
    all.beside(files, closing);
    return all.checks;
  }

  private void beside(Outcome files, Closing closing) {
    var address =
        wrong.contains(Settings.DATABASE)
            ? Optional.<DatabaseAddress>empty()
            : settings.database().or(() -> EmbeddedPostgres.runningIn(settings.data()));
    var database = address.map(found -> new Database(Pools.open(found, "doctor", 2)));
    database.ifPresent(opened -> closing.add("database", opened));
    checks.add(server());
    checks.add(
        settings.isDemo()
            ? noConfiguration()
            : new FilesCheck(files, database.map(this::accepted)));
    address.ifPresentOrElse(this::database, this::noDatabase);
    var config =
        files instanceof Outcome.Loaded(var loaded, _, _)
            ? Optional.<Supplier<Config>>of(() -> loaded)
            : Optional.<Supplier<Config>>empty();
    var slack =
        Slack.of(
            settings.slack(), settings.isDemo(), config.orElse(CurrentConfig.unknown()), clock);
    slack.ifPresent(opened -> closing.add("Slack", opened));
    slack(slack, config);
    config.map(StepsCheck::new).ifPresent(checks::add);
    var known = config.map(it -> new CurrentConfig(it.get())).orElseGet(CurrentConfig::unknown);
    mail(Mails.mailer(settings, clock), known);
    var proof = database.map(it -> new InstallationProof(new AddressKey(it)::read));
    address(() -> proof.flatMap(InstallationProof::get));
  }

  private Check server() {
    return Stream.of(Settings.PORT, Settings.BIND)
        .filter(wrong::contains)
        .findFirst()
        .map(setting -> unread("Muster itself", setting))
        .orElseGet(() ->
            ServerCheck.on(settings.bind(), settings.port(), settings.url(), settings.isDemo()));
  }

  private static Check noConfiguration() {
    return new NotAsked(
        "Configuration",
        "MUSTER_HOME is not set here, so that this looks at the demo.",
        "For a Muster of your own, look again with the environment that it is started with:"
            + " MUSTER_HOME, DATABASE_URL, SLACK_BOT_TOKEN and so on.");
  }

  private AcceptedConfigurations accepted(Database database) {
    return new PostgresAcceptedConfigurations(database, clock);
  }

  private void database(DatabaseAddress address) {
    var isEmbedded = settings.database().isEmpty();
    var shown = isEmbedded ? settings.data() + " (embedded)" : address.shown();
    checks.add(new DatabaseCheck(address, shown, clock));
    checks.add(new TablesCheck(address));
    if (isEmbedded) {
      checks.add(new DiskCheck(settings.data()));
    }
  }

  private static Check unread(String about, String setting) {
    return new NotAsked(
        about, setting + " cannot be read, as said above.", "Mend that, and look again.");
  }

  private void noDatabase() {
    if (wrong.contains(Settings.DATABASE)) {
      checks.add(unread("Database", Settings.DATABASE));
      return;
    }
    checks.add(
        new NotAsked(
            "Database",
            "The embedded one in %s runs as long as Muster does, and does not now."
                .formatted(settings.data()),
            "Start Muster, and look again."));
    checks.add(new DiskCheck(settings.data()));
  }

  private void slack(Optional<Slack> slack, Optional<? extends Supplier<Config>> config) {
    if (slack.isEmpty()) {
      checks.add(noSlack());
      return;
    }
    var of = new SlackCheckups(slack.get(), threads, clock);
    checks.addAll(of.account());
    config.ifPresentOrElse(
        known -> checks.addAll(of.configured(known)),
        () ->
            checks.add(
                new NotAsked(
                    "Slack channels and people",
                    "The configuration that names them is broken.",
                    "Mend it, and look again.")));
  }

  private Check noSlack() {
    if (wrong.contains(Settings.SLACK)) {
      return unread("Slack", "What the environment says of it");
    }
    if (settings.slack().isPresent()) {
      return new NotAsked(
          "Slack",
          "SLACK_BOT_TOKEN is set, but without MUSTER_HOME this is the demo, which does not speak"
              + " to Slack.",
          "Set MUSTER_HOME to the folder of your configuration, and look again.");
    }
    return new Unused(
        "Slack",
        settings.isDemo()
            ? "The demo does not speak to Slack."
            : "SLACK_BOT_TOKEN is not set. The README says how to set it up.");
  }

  private void mail(Mailer mailer, CurrentConfig config) {
    if (wrong.contains(Settings.SMTP)) {
      checks.add(unread("Mail", Settings.SMTP));
      return;
    }
    var troubles = new Troubles(config, mailer, List::of, settings.isDemo());
    checks.add(new MailCheck(mailer, troubles::unheardRoutes));
  }

  private void address(Supplier<Optional<AddressProof>> proof) {
    var isCalled = settings.slack().filter(slack -> slack.appToken().isEmpty()).isPresent();
    var needs = new AddressCheck.Needs(settings.isDemo(), isCalled && !settings.isDemo());
    checks.add(new AddressCheck(settings.url(), needs, proof, clock));
  }
}
