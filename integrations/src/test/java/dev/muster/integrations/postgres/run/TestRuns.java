package dev.muster.integrations.postgres.run;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TransactionalDataSource;
import dev.muster.integrations.postgres.run.work.BesideRuns;
import dev.muster.integrations.postgres.run.work.RunScheduler;
import dev.muster.integrations.postgres.trigger.FiredAlertTask;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.Worker;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Hands;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import dev.muster.runbooks.trigger.AlertRules;
import dev.muster.runbooks.yaml.Problems;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs on a real database, of runbooks that are written in the test. */
final class TestRuns implements Surroundings, AutoCloseable {

  /** Two steps that change something. */
  static final String CHANGES =
      """
      steps:
        - {id: one, uses: change}
        - {id: two, uses: change}
      """;

  /** Somebody has to agree first, one run at a time. */
  static final String ASKS =
      """
      concurrency: {key: db, onBusy: queue}
      steps:
        - {id: go, uses: approve, with: {message: "Go?"}}
        - {id: one, uses: change}
      """;

  static final Who DEVOPS = new Who("devops", "DevOps Engineer");
  static final Who LEAD = new Who("lead", "Lead Engineer");

  private static final Duration IN_TIME = Duration.ofSeconds(20);

  private final TestReplica replica;
  private final Kinds kinds;
  private final Map<String, Definition> configured = new HashMap<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Means means;

  private TestRuns(TestReplica replica, RunListener listener, CountingKind.Doing doing) {
    this.replica = replica;
    CountingKind.prepare(replica.database());
    this.kinds = kinds(doing);
    var schedule = new RunSchedule(replica.database(), replica.clock(), () -> {});
    this.means =
        new Means(
            new PostgresRunStore(replica.database(), schedule, listener),
            new PostgresRunLog(replica.database()),
            new PostgresDefinitions(
                replica.database(),
                name -> Optional.ofNullable(configured.get(name)),
                this::read,
                replica.clock()),
            kinds,
            this,
            replica.clock());
  }

  static TestRuns on(TestReplica replica) {
    return new TestRuns(replica, RunListener.NOBODY, CountingKind.Doing.NOTHING);
  }

  static TestRuns on(TestReplica replica, CountingKind.Doing doing) {
    return new TestRuns(replica, RunListener.NOBODY, doing);
  }

  static TestRuns toldTo(TestReplica replica, RunListener listener) {
    return new TestRuns(replica, listener, CountingKind.Doing.NOTHING);
  }

  private Kinds kinds(CountingKind.Doing doing) {
    var database = replica.database();
    var all = new ArrayList<Kind>();
    all.add(new CountingKind("read", Effect.READS, false, database, doing));
    all.add(new CountingKind("change", Effect.CHANGES, false, database, doing));
    all.add(new CountingKind("settle", Effect.CHANGES, true, database, doing));
    all.addAll(FlowKinds.all(this::allKinds, replica.clock()));
    return new Kinds(all);
  }

  private Kinds allKinds() {
    return kinds;
  }

  /** What is written from {@code steps:} on. */
  TestRuns knows(String name, String written) {
    var text =
        """
        apiVersion: muster/v1
        runbook: %s
        title: A test
        purpose: Tests.
        owner: platform
        """
            .formatted(name);
    configured.put(name, read(name + ".yaml", text + written).orElseThrow());
    return this;
  }

  private Optional<Definition> read(String file, String text) {
    var problems = new Problems();
    var around =
        new Available(
            kinds, Set.of("api"), Set.of("dba"), Set.of("TOKEN"), LocalDate.of(2026, 11, 21));
    var read = new Runbooks(around).one(file, text, problems);
    if (read.isEmpty()) {
      throw new AssertionError(problems.inOrder());
    }
    return read;
  }

  AlertRules rules() {
    return AlertRules.of(configured.values());
  }

  static WorkListener unheard() {
    return new Unheard();
  }

  RunId start(String runbook) {
    return start(runbook, Optional.empty());
  }

  RunId start(String runbook, Optional<Attempt.Place> place) {
    var request = new Request(runbook, Map.of(), DEVOPS, Mode.REAL, Map.of(), place);
    return switch (new Starts(means).start(request)) {
      case Started.Begun(var run) -> run.id();
      case Started other -> throw new AssertionError(other);
    };
  }

  Means means() {
    return means;
  }

  Database database() {
    return replica.database();
  }

  Hands hands() {
    return new Hands(means);
  }

  Worker worker() {
    return new Worker(means);
  }

  Run get(RunId id) {
    return means.store().find(id).orElseThrow();
  }

  void approve(RunId id, Who who) {
    var step = ((Asking) get(id).state()).step();
    var vote = new Vote(who, Choice.APPROVE, replica.clock().instant(), "");
    hands().vote(id, step, vote, _ -> true);
  }

  List<String> acts() {
    return CountingKind.acts(replica.database());
  }

  long scheduled() {
    return replica.count("select count(*) from scheduled_run");
  }

  void awaitState(RunId id, Class<? extends RunState> state) {
    await(state.getSimpleName()).atMost(IN_TIME).until(() -> state.isInstance(get(id).state()));
  }

  /** As the bot does it. */
  TestRuns goOn(FiredAlertTask... others) {
    HikariDataSource pool = Pools.open(replica.address(), "test-runs", 4);
    var scheduler =
        new RunScheduler(
            new TransactionalDataSource(replica.database(), pool),
            replica.database(),
            means,
            new Unheard(),
            new BesideRuns(Stream.of(others).<CustomTask<?>>map(FiredAlertTask::task).toList()));
    scheduler.start();
    opened.add(scheduler);
    opened.add(pool);
    return this;
  }

  @Override
  public Map<String, Object> vars() {
    return Map.of("api", "https://api.example.org");
  }

  @Override
  public Optional<String> secret(String name) {
    return name.equals("TOKEN") ? Optional.of("hunter2hunter2") : Optional.empty();
  }

  @Override
  public void close() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  private static final class Unheard implements WorkListener {
    @Override
    public void failed(String task) {}

    @Override
    public void givenUp(String task) {}
  }
}
