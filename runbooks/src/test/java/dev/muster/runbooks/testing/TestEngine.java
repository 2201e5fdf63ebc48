package dev.muster.runbooks.testing;

import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.Worker;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Hands;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine over memory, with kinds that count and a clock that is moved by hand. */
public final class TestEngine implements Definitions, Surroundings {

  private Instant now = TestRun.NOW;
  private final InstantSource clock = () -> now;
  private final Map<String, Definition> named = new HashMap<>();
  private final Map<String, Definition> pinned = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  public final TestKind reads = new TestKind("read", Effect.READS);
  public final TestKind changes = new TestKind("change", Effect.CHANGES);
  public final TestKind undoes = new TestKind("undo", Effect.CHANGES);
  public final MemoryRuns runs = new MemoryRuns(clock);
  public final MemoryLog log = new MemoryLog();
  private final Kinds kinds;
  private final Means means;
  public final Starts starts;
  public final Hands hands;

  /** With more kinds of steps. */
  public TestEngine(Kind... more) {
    this.kinds = kinds(more);
    this.means = new Means(runs, log, this, kinds, this, clock);
    this.starts = new Starts(means);
    this.hands = new Hands(means);
  }

  private Kinds kinds(Kind... more) {
    var all = new ArrayList<Kind>(List.of(reads, changes, undoes));
    all.addAll(List.of(more));
    all.addAll(FlowKinds.all(this::allKinds, clock));
    return new Kinds(all);
  }

  private Kinds allKinds() {
    return kinds;
  }

  /** What the run asks now; the vote of whoever asked for it does not count. */
  public void approve(Run run, Who who) {
    var path = ((Asking) run.state()).step();
    var vote = new Vote(who, Choice.APPROVE, now, "");
    hands.vote(run.id(), path, vote, it -> !it.equals(TestRun.DEVOPS));
  }

  public TestEngine knows(TestRunbook... runbooks) {
    for (var written : runbooks) {
      var runbook = written.runbook();
      var hash = "hash-" + (named.size() + pinned.size());
      named.put(runbook.name(), new Definition(runbook, runbook.name() + ".yaml", "", hash));
    }
    return this;
  }

  /** As a Muster that cannot read what was pinned; answers what that was. */
  public List<Definition> forgets() {
    var all = List.copyOf(pinned.values());
    pinned.clear();
    return all;
  }

  public TestEngine keeps(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  public RunId start(String runbook) {
    return ((Started.Begun) starts.start(request(runbook, Mode.REAL))).run().id();
  }

  public static Request request(String runbook, Mode mode) {
    return new Request(runbook, Map.of(), TestRun.DEVOPS, mode, Map.of(), Optional.empty());
  }

  /** Until nothing is due any more, a crash of the process now and then. */
  public void work() throws InterruptedException {
    for (var due = runs.due(); !due.isEmpty(); due = runs.due()) {
      for (var id : due) {
        try {
          new Worker(means).work(id);
        } catch (MemoryRuns.Crash e) {
          continue;
        }
      }
    }
  }

  public Run worked(String runbook) throws InterruptedException {
    var id = start(runbook);
    work();
    return runs.get(id);
  }

  public Worker worker() {
    return new Worker(means);
  }

  public Instant now() {
    return now;
  }

  public void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Optional<Definition> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  @Override
  public Optional<Definition> pinned(String hash) {
    return Optional.ofNullable(pinned.get(hash));
  }

  @Override
  public void pin(Collection<Definition> definitions) {
    definitions.forEach(definition -> pinned.put(definition.hash(), definition));
  }

  @Override
  public Map<String, Object> vars() {
    return Map.of("api", "https://api.example.org");
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
