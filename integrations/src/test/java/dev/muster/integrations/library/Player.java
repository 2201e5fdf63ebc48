package dev.muster.integrations.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.http.HttpKind;
import dev.muster.integrations.http.Network;
import dev.muster.integrations.http.Reach;
import dev.muster.integrations.postgres.kind.PostgresKinds;
import dev.muster.integrations.postgres.run.PostgresDefinitions;
import dev.muster.integrations.postgres.run.PostgresRunLog;
import dev.muster.integrations.postgres.run.PostgresRunStore;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.integrations.redis.RedisKinds;
import dev.muster.integrations.shell.Allowed;
import dev.muster.integrations.shell.ShellKind;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.Worker;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.start.Hands;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import dev.muster.runbooks.value.Measured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs what is in the library, kept in a real database, and is everybody whom it asks. */
final class Player implements Surroundings, AutoCloseable {

  static final Who DEVOPS = new Who("devops", "DevOps Engineer");
  static final Who LEAD = new Who("lead", "Lead Engineer");

  /** What programs print of what they are told. */
  static final Path PRINTS = Path.of("/usr/bin/printenv");

  private final Skipping clock = new Skipping();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final Map<String, String> secrets;
  private final Shelf shelf;
  private final Means means;

  Player(Path files, Map<String, String> secrets) {
    this.secrets = secrets;
    var kinds = kinds(files);
    this.shelf = Shelf.read(kinds, secrets.keySet());
    this.means =
        new Means(
            new PostgresRunStore(
                replica.database(),
                new RunSchedule(replica.database(), clock, () -> {}),
                RunListener.NOBODY),
            new PostgresRunLog(replica.database()),
            new PostgresDefinitions(replica.database(), shelf::find, shelf::read, clock),
            kinds,
            this,
            clock);
  }

  private Kinds kinds(Path files) {
    var all = new AtomicReference<>(new Kinds(List.of()));
    var kinds = new ArrayList<Kind>(FlowKinds.all(all::get, clock));
    kinds.add(new HttpKind(() -> new Reach(List.of(Network.of("127.0.0.1")))));
    kinds.add(new ShellKind(() -> List.of(new Allowed(PRINTS, Effect.READS))));
    kinds.addAll(PostgresKinds.all(files));
    kinds.addAll(RedisKinds.all());
    all.set(new Kinds(kinds));
    return all.get();
  }

  /** Besides what is in the library. */
  Player knows(String name, String text) {
    shelf.all().put(name, shelf.read(name, text).orElseThrow());
    return this;
  }

  Set<String> library() {
    return shelf.all().keySet();
  }

  /** What a run came to against the targets of its runbook. */
  List<Measured> measured(String runbook, Run run) {
    return Measured.of(run, shelf.find(runbook).orElseThrow().runbook());
  }

  /**
   * To its end.
   *
   * @param meanwhile is told of each step at which the run waits, before anybody answers
   */
  Run play(String runbook, Map<String, String> inputs, Mode mode, Consumer<String> meanwhile)
      throws InterruptedException {
    var request = new Request(runbook, inputs, DEVOPS, mode, Map.of(), Optional.empty());
    return switch (new Starts(means).start(request)) {
      case Started.Begun(var run) -> toItsEnd(run.id(), meanwhile);
      case Started other -> throw new AssertionError(runbook + ": " + other);
    };
  }

  private Run toItsEnd(RunId id, Consumer<String> meanwhile) throws InterruptedException {
    while (true) {
      new Worker(means).work(id);
      var run = means.store().find(id).orElseThrow();
      switch (run.state()) {
        case RunState.Ended _ -> {
          return run;
        }
        case RunState.Sleeping(var step, var until) -> {
          meanwhile.accept(named(run, step));
          clock.to(until);
        }
        case RunState.Asking(var step) -> {
          meanwhile.accept(named(run, step));
          answer(run, step);
        }
        case RunState.Nesting(_, var child) -> toItsEnd(child, meanwhile);
        case RunState other -> throw new AssertionError(other + "\n" + said(run));
      }
    }
  }

  private void answer(Run run, StepPath step) {
    switch (run.question().orElseThrow().question()) {
      case Question.Approval(_, _, _, var notRequester) -> {
        if (notRequester) {
          vote(run, step, DEVOPS);
          assertThat(state(run)).isInstanceOf(RunState.Asking.class);
        }
        applied(vote(run, step, LEAD));
      }
      case Question.Confirmation _ -> applied(hands().confirm(run.id(), step, DEVOPS, true, ""));
      case Question.Checklist(_, var lines) -> {
        for (var line = 0; line < lines.size(); line++) {
          assertThat(state(run)).isInstanceOf(RunState.Asking.class);
          applied(hands().tick(run.id(), step, line, true, DEVOPS));
        }
      }
    }
    assertThat(state(run)).isInstanceOf(RunState.Running.class);
  }

  private Optional<Ruling> vote(Run run, StepPath step, Who who) {
    var vote = new Vote(who, Vote.Choice.APPROVE, clock.instant(), "");
    return hands().vote(run.id(), step, vote, _ -> true);
  }

  private static void applied(Optional<Ruling> ruling) {
    assertThat(ruling).get().isInstanceOf(Ruling.Applied.class);
  }

  private Hands hands() {
    return new Hands(means);
  }

  private RunState state(Run run) {
    return means.store().find(run.id()).orElseThrow().state();
  }

  private static String named(Run run, StepPath path) {
    return run.steps().find(path).orElseThrow().id();
  }

  /** The log of a run, for whoever looks why it did not do what it should. */
  String said(Run run) {
    var said = new StringBuilder(run.course().verdict().toString()).append('\n');
    means
        .log()
        .page(run.id(), 0, 500)
        .forEach(
            it -> said.append(it.line().path()).append(' ').append(it.line().text()).append('\n'));
    return said.toString();
  }

  @Override
  public Map<String, Object> vars() {
    return Map.of();
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  @Override
  public void close() {
    replica.close();
  }
}
