import dev.muster.bot.process.Logging;
import dev.muster.bot.runbook.RunMeans;
import dev.muster.bot.runbook.RunWork;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.run.PostgresRunLists;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.engine.port.RunLists.Which;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.start.Starts;
import dev.muster.runbooks.yaml.Problems;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs of steps that do nothing, as the service goes on with them.
 *
 * <pre>
 * DATABASE_URL=… java -cp muster.jar Runs.java steps SECONDS | hold RUNS | resume RUNS | ask RUNS
 * </pre>
 *
 * {@code steps} keeps 32 runs going and prints how many steps a second were done. {@code hold}
 * starts runs that never end, prints {@code holding} when all of them act, and waits to be killed;
 * {@code resume} goes on with them and prints the milliseconds until all have ended. {@code ask}
 * has runs wait for approval, and prints the milliseconds that a list of the open ones took.
 */
class Runs {

  private static final int SIDE_BY_SIDE = 32;
  private static final String HEAD =
      "apiVersion: muster/v1\n"
          + "runbook: %s\n"
          + "title: Benchmark\n"
          + "purpose: Measures.\n"
          + "owner: bench\n"
          + "steps:\n";

  private final LongAdder acts = new LongAdder();
  private final CountDownLatch never = new CountDownLatch(1);
  private final boolean holds;
  private final Kinds kinds;
  private final Map<String, Definition> runbooks;
  private final Database database;
  private final RunWork work;
  private final Starts starts;

  private Runs(boolean holds) {
    var clock = InstantSource.system();
    var address = DatabaseAddress.parse(System.getenv("DATABASE_URL"));
    this.holds = holds;
    var all = new ArrayList<Kind>(FlowKinds.all(this::kinds, clock));
    all.add(new Nothing());
    this.kinds = new Kinds(all);
    this.runbooks =
        Map.of(
            "long", read("long", "  - {uses: nothing, idempotent: true}\n".repeat(200)),
            "held", read("held", "  - {uses: nothing, idempotent: true}\n".repeat(2)),
            "asks", read("asks", "  - {uses: approve, with: {message: Go?}}\n"));
    var means =
        new RunMeans(
            kinds,
            name -> Optional.ofNullable(runbooks.get(name)),
            (file, text) -> Optional.of(read(file, text, "")),
            new NoSurroundings(),
            RunMeans.Showing.NOWHERE);
    this.work = RunWork.of(address, means, RunWork.Starters.NONE, new Unheard(), clock);
    this.database = new Database(Pools.open(address, "bench", 4));
    this.starts = new Starts(means.over(database, work::wake, clock));
  }

  public static void main(String[] args) throws InterruptedException {
    Logging.setUp("text", new String[0]);
    var number = Integer.parseInt(args[1]);
    switch (args[0]) {
      case "steps" -> System.out.println(new Runs(false).stepsASecond(number));
      case "hold" -> new Runs(true).hold(number);
      case "resume" -> System.out.println(new Runs(false).resume());
      case "ask" -> System.out.println(new Runs(false).ask(number));
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }

  private long stepsASecond(int seconds) throws InterruptedException {
    work.start();
    // To warm up.
    keepGoing(seconds / 2 + 1);
    var before = acts.sum();
    var begun = System.nanoTime();
    keepGoing(seconds);
    return (acts.sum() - before) * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begun);
  }

  /** As many as are to be side by side, whenever one of them has ended. */
  private void keepGoing(int seconds) throws InterruptedException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      start("long", (int) (SIDE_BY_SIDE - open()));
      pause(50);
    }
  }

  private void hold(int runs) throws InterruptedException {
    start("held", runs);
    work.start();
    while (acts.sum() < runs) {
      pause(50);
    }
    System.out.println("holding");
    never.await();
  }

  private long resume() throws InterruptedException {
    var begun = System.nanoTime();
    work.start();
    while (open() > 0) {
      pause(20);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  private long ask(int runs) throws InterruptedException {
    start("asks", runs);
    work.start();
    var lists = new PostgresRunLists(database);
    while (lists.open().getOrDefault("asking", 0L) < runs) {
      pause(100);
    }
    var begun = System.nanoTime();
    lists.list(Which.WAITING, Optional.empty(), 25);
    lists.open();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** Until it is worth looking again. */
  private void pause(int millis) throws InterruptedException {
    var _ = never.await(millis, TimeUnit.MILLISECONDS);
  }

  private void start(String runbook, int runs) {
    for (var i = 0; i < runs; i++) {
      var who = new Who("bench", "Benchmark");
      var request = new Request(runbook, Map.of(), who, Mode.REAL, Map.of(), Optional.empty());
      if (!(starts.start(request) instanceof Started.Begun)) {
        throw new IllegalStateException("it was not started");
      }
    }
  }

  private long open() {
    return new PostgresRunLists(database).open().values().stream().mapToLong(Long::longValue).sum();
  }

  private Kinds kinds() {
    return kinds;
  }

  private Definition read(String name, String steps) {
    return read(name + ".yaml", HEAD.formatted(name), steps);
  }

  private Definition read(String file, String head, String steps) {
    var around = new Available(kinds, Set.of(), Set.of(), Set.of(), LocalDate.of(2026, 11, 21));
    var problems = new Problems();
    return new Runbooks(around)
        .one(file, head + steps, problems)
        .orElseThrow(() -> new IllegalStateException(problems.inOrder().toString()));
  }

  private final class Nothing implements Kind {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public String about() {
      return "Does nothing.";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public Effect effect(Arguments with) {
      return Effect.CHANGES;
    }

    @Override
    public String describe(Arguments with) {
      return "nothing";
    }

    @Override
    public Outcome act(Attempt attempt) throws InterruptedException {
      acts.increment();
      if (holds) {
        never.await();
      }
      return new Outcome.Done(Map.of(), "done");
    }
  }

  private record NoSurroundings() implements Surroundings {
    @Override
    public Map<String, Object> vars() {
      return Map.of();
    }

    @Override
    public Optional<String> secret(String name) {
      return Optional.empty();
    }
  }

  private static final class Unheard implements WorkListener {
    @Override
    public void failed(String task) {}

    @Override
    public void givenUp(String task) {}
  }
}
