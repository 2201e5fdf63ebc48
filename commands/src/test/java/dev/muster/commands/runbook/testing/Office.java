package dev.muster.commands.runbook.testing;

import dev.muster.commands.asking.AskFilter;
import dev.muster.commands.chat.AuthoriseFilter;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.HelpCommand;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Router;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.people.Via;
import dev.muster.commands.permission.OwnButtons;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.Library;
import dev.muster.commands.runbook.command.RunbookCommands;
import dev.muster.commands.runbook.review.Glass;
import dev.muster.commands.runbook.review.GlassWatch;
import dev.muster.commands.runbook.trigger.Triggered;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.Worker;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.reading.Available;
import dev.muster.runbooks.reading.Runbooks;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.rule.BreakGlass;
import dev.muster.runbooks.testing.MemoryLog;
import dev.muster.runbooks.testing.MemoryRuns;
import dev.muster.runbooks.testing.TestKind;
import dev.muster.runbooks.yaml.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The runbooks of a small team, asked for through the front door; runs go on by hand. */
public final class Office implements Definitions, IncidentThreads {

  public static final Person OPS = person("ops", "Olga Ops", "operator");
  public static final Person DBA = person("dba", "Dan DBA", "dba");
  public static final Person BOSS = person("boss", "Bea Boss", "dba", "admin");
  public static final Person READER = person("reader", "Rita Reader", "reader");
  public static final Person VIEWER = person("viewer", "Vera Viewer", "viewer");
  public static final Person GUEST = person("guest", "Gil Guest", "none");
  private static final Set<String> ROLES = Set.of("operator", "dba", "admin", "reader");

  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final InstantSource clock = () -> now;
  public final TestKind look = new TestKind("look", Effect.READS);
  public final TestKind change = new TestKind("change", Effect.CHANGES);
  public final TestKind destroy = new TestKind("destroy", Effect.DESTROYS);
  private final Kinds kinds = kinds();
  private final Map<String, Definition> named = new TreeMap<>();
  private final Map<String, List<String>> lacking = new TreeMap<>();
  private final Map<String, Definition> pinned = new HashMap<>();
  private int lookedUp;
  public final MemoryRuns runs = new MemoryRuns(clock);
  public final MemoryLog log = new MemoryLog();
  public final MemoryClocks clocks = new MemoryClocks();
  private final List<ThreadReply> said = new ArrayList<>();
  private final NotedRuns noted = new NotedRuns();
  private final Outside outside = new Outside();
  private final Means means = new Means(runs, log, this, kinds, outside, clock);
  private final OneIncident incidents = new OneIncident();
  private final Router router;
  private final Router asking;
  private Optional<BreakGlass> rule = Optional.empty();
  public final MemoryReviews reviews = new MemoryReviews();
  private final Glass glass = new Glass(() -> rule, reviews);
  private final Map<String, Instant> looks = new LinkedHashMap<>();
  private final Map<String, Set<Right>> rights =
      Map.of(
          "operator", Set.of(Right.parse("runbook:*")),
          "dba", Set.of(Right.parse("runbook:*[tag=database]")),
          "admin", Set.of(Right.parse("*")),
          "reader", Set.of(Right.parse("runbook:run[reads-only]")),
          "viewer", Set.of(Right.parse("runbook:view"), Right.parse("incident:view")));
  private Directory current = new Directory(List.of(), rights);
  private final Directory directory = Directory.following(() -> current);

  private static final class Outside implements Surroundings {

    private boolean breaks;

    @Override
    public Map<String, Object> vars() {
      if (breaks) {
        throw new IllegalStateException("an error of Muster's own");
      }
      return Map.of("api", "https://api.example.org");
    }

    @Override
    public Optional<String> secret(String name) {
      return name.equals("TOKEN") ? Optional.of("s3cret") : Optional.empty();
    }
  }

  public Office(String... runbooks) {
    for (var text : runbooks) {
      knows(text);
    }
    has(OPS, DBA, BOSS, READER, VIEWER, GUEST);
    var desk =
        new Desk(() -> new Library(named, lacking), means, board(), new MemoryOffers(), directory);
    var triggered =
        new Triggered(clocks, id -> incidents.incident(id), (_, _) -> incidents.alert());
    var commands = new ArrayList<Command>(RunbookCommands.all(desk, this, triggered, glass, noted));
    commands.add(new HelpCommand(() -> new CommandTable(commands), directory));
    var table = new CommandTable(commands);
    this.router =
        new Router(table, List.of(new AuthoriseFilter(directory), OwnButtons.of(table, directory)));
    this.asking = new Router(table, List.of(new AskFilter(clock, this::incidentAt)));
  }

  private Kinds kinds() {
    return new Kinds(
        Stream.<Kind>concat(
                Stream.of(look, change, destroy), FlowKinds.all(this::kinds, clock).stream())
            .toList());
  }

  /** The library has it, and this is missing for it. */
  public void lacks(String runbook, String missing) {
    lacking.put(runbook, List.of(missing));
  }

  /** From now on nobody else works there. */
  public void has(Person... people) {
    current = new Directory(List.of(people), rights);
  }

  /** In place of one of the same name. */
  public void knows(String text) {
    var problems = new Problems();
    var around =
        new Available(kinds, Set.of("api"), ROLES, Set.of("TOKEN"), LocalDate.parse("2026-11-21"));
    var definition = new Runbooks(around).one("test.yaml", text, problems);
    named.put(
        definition
            .orElseThrow(() -> new IllegalArgumentException(problems.inOrder().toString()))
            .runbook()
            .name(),
        definition.orElseThrow());
  }

  public Reply say(Person person, String text) {
    return say(person, text, new Place("web", "ops", Optional.empty()));
  }

  /** The same where slips are answered with a button that does what was meant. */
  public Reply slip(Person person, String text) {
    var place = new Place("web", "ops", Optional.empty());
    return asking.handle(new Invocation(person, place, text, "request"));
  }

  /** In the thread of incident 42. */
  public Reply sayInThread(Person person, String text) {
    return sayInThread(42, person, text);
  }

  public Reply sayInThread(long incident, Person person, String text) {
    return say(person, text, new Place("web", "ops", Optional.of(Long.toString(incident))));
  }

  /** In the thread below the message of a run. */
  public Reply sayBelowRun(Person person, long run, String text) {
    return say(person, text, new Place("web", "ops", Optional.of("run " + run)));
  }

  public Reply say(Person person, String text, Place place) {
    return router.handle(new Invocation(person, place, text, "request"));
  }

  /** The same in somebody's name by a token of somebody. */
  public Reply sayByToken(Person owner, Person actor, String text) {
    var via = new Via("mst_test", Optional.of(owner));
    var place = new Place("web", "ops", Optional.empty());
    return router.handle(new Invocation(actor, place, text, "request", Optional.of(via)));
  }

  /** How often what a run is pinned to was looked up. */
  public int lookedUp() {
    return lookedUp;
  }

  /** From now on nobody can read what runs are pinned to. */
  public void forgets() {
    pinned.clear();
  }

  /** Until nothing is due. */
  public void work() throws InterruptedException {
    for (var due = runs.due(); !due.isEmpty(); due = runs.due()) {
      for (var id : due) {
        new Worker(means).work(id);
      }
    }
  }

  /** From now on somebody may, and what becomes of runs is watched for it. */
  public Glass breakGlass(BreakGlass now) {
    rule = Optional.of(now);
    return glass;
  }

  /** What is to be looked at, and when. */
  public Map<String, Instant> looks() {
    return Map.copyOf(looks);
  }

  /** Works as {@link #work}, and has what comes of it watched. */
  public Run watched(long id, Callable<?> doing) throws Exception {
    var watch = new GlassWatch(glass, (subject, at) -> looks.put(subject.toString(), at), clock);
    var before = runs.find(new RunId(id));
    doing.call();
    watch.changed(before, run(id));
    return run(id);
  }

  /** Whatever asks for the variables of the configuration. */
  public void breaks(boolean breaks) {
    outside.breaks = breaks;
  }

  public OneIncident incidents() {
    return incidents;
  }

  public Directory directory() {
    return directory;
  }

  public Means means() {
    return means;
  }

  public MemoryBoard board() {
    return new MemoryBoard(runs);
  }

  public List<Runbook> runbooks() {
    return new Library(named).runbooks();
  }

  public InstantSource clock() {
    return clock;
  }

  public void advance(Duration time) {
    now = now.plus(time);
  }

  public Run run(long id) {
    return runs.get(new RunId(id));
  }

  public List<ThreadReply> said() {
    return List.copyOf(said);
  }

  private static Person person(String id, String name, String... roles) {
    return new Person(new PersonId(id), name, ZoneId.of("Africa/Nairobi"), Set.of(roles));
  }

  @Override
  public Optional<IncidentId> incidentAt(Place place) {
    return place.thread().flatMap(IncidentId::parse);
  }

  @Override
  public void append(ThreadReply reply) {
    said.add(reply);
  }

  /** What commands put into the timelines of runs' incidents. */
  public List<String> noted() {
    return noted.lines();
  }

  @Override
  public Optional<Definition> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  @Override
  public Optional<Definition> pinned(String hash) {
    lookedUp++;
    return Optional.ofNullable(pinned.get(hash));
  }

  @Override
  public void pin(Collection<Definition> definitions) {
    definitions.forEach(definition -> pinned.put(definition.hash(), definition));
  }
}
