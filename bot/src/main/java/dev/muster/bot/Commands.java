package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.Senders;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.runbook.RunGlass;
import dev.muster.bot.runbook.RunMeans;
import dev.muster.bot.runbook.StandingLibrary;
import dev.muster.bot.slack.SlackThreads;
import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.AuditFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.RateLimitFilter;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.VersionCommand;
import dev.muster.commands.chat.late.LateFilter;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.chat.once.RepeatFilter;
import dev.muster.commands.delivery.DeliveryCommands;
import dev.muster.commands.delivery.Replay;
import dev.muster.commands.doctor.Doctor;
import dev.muster.commands.doctor.DoctorCommand;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamReaders;
import dev.muster.commands.incident.command.IncidentCommands;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.history.command.AlertCommands;
import dev.muster.commands.oncall.command.OnCallCommands;
import dev.muster.commands.operation.Leads;
import dev.muster.commands.operation.command.OperationCommands;
import dev.muster.commands.operation.command.OperationDesk;
import dev.muster.commands.people.Directory;
import dev.muster.commands.permission.CanCommand;
import dev.muster.commands.permission.OwnButtons;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.ListedRuns;
import dev.muster.commands.runbook.command.RunbookCommands;
import dev.muster.commands.runbook.trigger.Triggered;
import dev.muster.commands.silence.Silences;
import dev.muster.commands.silence.command.SilenceCommands;
import dev.muster.commands.token.TokenCommands;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.incident.PostgresIncidentMerges;
import dev.muster.integrations.postgres.intake.PostgresIntakeStore;
import dev.muster.integrations.postgres.intake.PostgresKeptDeliveries;
import dev.muster.integrations.postgres.run.PostgresOffers;
import dev.muster.integrations.postgres.run.PostgresRunLists;
import dev.muster.integrations.postgres.run.post.PostgresRunPosts;
import dev.muster.integrations.postgres.run.post.PostgresRunThreads;
import dev.muster.integrations.postgres.trigger.PostgresAlertStartStore;
import dev.muster.integrations.postgres.trigger.PostgresClockStore;
import dev.muster.integrations.sources.Sources;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.trigger.AlertRules;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Every command, and the filters that each invocation passes. A new feature is one line here. */
record Commands(CommandTable table, Router router, LateRequests late) {

  private static final DatabaseAddress NOWHERE =
      DatabaseAddress.parse("postgresql://muster@127.0.0.1:1/muster");

  static Commands of(
      Supplier<Config> config,
      Stores stores,
      Means runs,
      Supplier<AlertRules> rules,
      Doctor doctor,
      InstantSource clock) {
    var directory = Services.people(config, clock);
    var team = Services.team(config, directory);
    var desk = desk(config, stores, runs, directory);
    var table = table(config, team, stores, desk, rules, doctor);
    var late = new LateRequests(stores.owed(clock), stores.whatBecame(clock));
    var filters =
        List.of(
            new AuditFilter(stores.database(), stores.audit(), clock),
            new LateFilter(late),
            new RepeatFilter(stores.doneRequests(), clock),
            new AuthoriseFilter(directory),
            new RateLimitFilter(new CommandLimits(clock)),
            new AskFilter(clock, threads(stores)::incidentAt),
            OwnButtons.of(table, directory));
    return new Commands(table, new Router(table, filters), late);
  }

  /** The table for whoever only describes it: its commands reach no database. */
  static CommandTable described() {
    var clock = InstantSource.system();
    var demo = Demo.config();
    Supplier<Config> config = () -> demo;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var stores = Stores.open(NOWHERE, Mirrors.everywhere(List.of()), clock, () -> {})) {
      var team = Services.team(config, Services.people(config, clock));
      var runs =
          RunMeans.of(StepKinds.all(), config, _ -> null, clock)
              .over(stores.database(), () -> {}, clock);
      var desk = desk(config, stores, runs, team.directory());
      var doctor = new Doctor(List::of, threads, Doctor.USUAL_LIMIT, clock);
      return table(config, team, stores, desk, () -> AlertRules.NONE, doctor);
    }
  }

  private static CommandTable table(
      Supplier<Config> config,
      Team team,
      Stores stores,
      Desk desk,
      Supplier<AlertRules> rules,
      Doctor doctor) {
    var clock = desk.means().clock();
    var commands = new ArrayList<Command>();
    var merges = new PostgresIncidentMerges(stores.database(), stores.main().work());
    commands.addAll(IncidentCommands.all(stores.incidents(), merges, threads(stores), team, clock));
    commands.addAll(
        OnCallCommands.all(
            () -> config.get().schedules(), Services.onCall(stores), team.directory(), clock));
    commands.addAll(AlertCommands.all(archive(stores), team, Sources.names(), clock));
    var actions = new IncidentActions(stores.incidents(), stores.posts(), clock);
    commands.addAll(SilenceCommands.all(stores.silences(), stores.alerts(), actions, clock));
    var glass = new RunGlass(config, clock).over(stores.database());
    var told = new PostgresRunThreads(stores.database(), stores.main().work(), clock);
    commands.addAll(RunbookCommands.all(desk, threads(stores), triggered(stores), glass, told));
    commands.addAll(OperationCommands.all(operations(stores, team.directory(), clock)));
    commands.addAll(deliveries(config, stores, rules, clock));
    commands.addAll(
        TokenCommands.all(stores.tokens(), team.directory(), new SecureRandom(), clock));
    commands.add(
        new CanCommand(
            () -> new CommandTable(commands),
            new TeamReaders(team).person(),
            team.directory(),
            clock));
    commands.add(new DoctorCommand(doctor));
    commands.add(new VersionCommand(Version.current()));
    commands.add(new HelpCommand(() -> new CommandTable(commands), team.directory()));
    return new CommandTable(commands);
  }

  private static Desk desk(
      Supplier<Config> config, Stores stores, Means runs, Directory directory) {
    var posts = new PostgresRunPosts(stores.database(), runs.clock());
    var lists = new PostgresRunLists(stores.database());
    var board =
        new ListedRuns(
            lists, runs.store(), place -> SlackThreads.root(place).flatMap(posts::runAt));
    var offers = new PostgresOffers(stores.database());
    var library = new StandingLibrary(() -> config.get().runbooks());
    return new Desk(library, runs, board, offers, directory);
  }

  /**
   * Whoever asks for an incident by its thread asks here: Slack's threads have names of their own.
   */
  private static IncidentThreads threads(Stores stores) {
    return new SlackThreads(stores.posts());
  }

  private static Triggered triggered(Stores stores) {
    return new Triggered(
        new PostgresClockStore(stores.database()),
        stores.incidents()::find,
        new PostgresAlertStartStore(stores.database())::fitted);
  }

  private static OperationDesk operations(Stores stores, Directory directory, InstantSource clock) {
    return new OperationDesk(
        stores.operations(),
        threads(stores),
        stores.incidents(),
        new Leads(directory, new PostgresRunLists(stores.database())::kept),
        clock);
  }

  private static AlertCommands.Archive archive(Stores stores) {
    var silences = stores.silences();
    return new AlertCommands.Archive(
        stores.alerts(), stores.deliveries(), () -> new Silences(silences.active()));
  }

  /**
   * Over the connections of the commands, so that a replay is part of its command's transaction.
   */
  private static List<Command> deliveries(
      Supplier<Config> config, Stores stores, Supplier<AlertRules> rules, InstantSource clock) {
    var database = stores.database();
    var history = stores.deliveries();
    var store = new PostgresIntakeStore(database, stores.main().work());
    var replay =
        new Replay(
            new PostgresKeptDeliveries(database),
            history,
            new Senders(config, clock),
            new AlertIntake(database, store, () -> config.get().routing(), rules, clock),
            clock);
    return DeliveryCommands.all(history, replay, clock);
  }
}
