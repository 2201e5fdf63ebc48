package dev.muster.bot.console;

import static dev.muster.bot.console.TestConsole.NOON;

import dev.muster.bot.runbook.RunArchive;
import dev.muster.commands.alert.Route;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.commands.runbook.trigger.Narrowing;
import dev.muster.runbooks.engine.port.RunLists;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Runs in memory, as pages read them. */
public final class MemoryRunArchive implements RunLists, RunLog, Reviews {

  /** By number. */
  public final Map<RunId, Run> runs = new TreeMap<>();

  /** What they began with, by its hash. */
  public final Map<String, Definition> definitions = new HashMap<>();

  public final List<Route> routes = new ArrayList<>();

  private final Map<RunId, List<RunLog.Line>> log = new HashMap<>();
  private final List<Review> reviews = new ArrayList<>();

  RunArchive archive() {
    return new RunArchive(
        this,
        this,
        this,
        id -> Optional.ofNullable(runs.get(id)),
        hash -> Optional.ofNullable(definitions.get(hash)),
        _ -> definitions.values().stream().map(Definition::runbook).toList(),
        new Narrowing(() -> routes),
        zone -> new Freshness(LocalDate.ofInstant(NOON, zone), Surroundings.STALE_AFTER));
  }

  private Stream<RunLists.Line> newest() {
    return List.copyOf(runs.values()).reversed().stream().map(RunLists.Line::of);
  }

  @Override
  public List<RunLists.Line> list(Which which, Optional<RunId> before, int limit) {
    return list(new Fits(Optional.empty(), Optional.empty()), before, limit);
  }

  @Override
  public List<RunLists.Line> list(Fits fits, Optional<RunId> before, int limit) {
    return newest()
        .filter(line -> before.filter(it -> line.id().compareTo(it) >= 0).isEmpty())
        .filter(line -> fits.stage().filter(it -> it != line.stage()).isEmpty())
        .filter(line -> fits.runbook().filter(it -> !it.equals(line.runbook())).isEmpty())
        .limit(limit)
        .toList();
  }

  @Override
  public List<String> runbooks(int most) {
    return newest().map(RunLists.Line::runbook).distinct().sorted().limit(most).toList();
  }

  @Override
  public Set<RunId> kept(Collection<RunId> wanted) {
    return wanted.stream().filter(runs::containsKey).collect(Collectors.toSet());
  }

  @Override
  public List<Run> where(Collection<RunId> wanted) {
    return wanted.stream().map(runs::get).filter(run -> !run.isOver()).toList();
  }

  @Override
  public Optional<Long> incidentOf(RunId run) {
    return newest()
        .filter(line -> line.id().equals(run))
        .findFirst()
        .flatMap(RunLists.Line::incident);
  }

  @Override
  public List<RunLists.Line> of(long incident, int limit) {
    return newest().filter(line -> line.incident().equals(Optional.of(incident))).toList();
  }

  @Override
  public List<RunLists.Line> openOf(long incident, int limit) {
    throw new UnsupportedOperationException("no page asks for it");
  }

  @Override
  public List<RunLists.Line> openOf(String runbook, int limit) {
    throw new UnsupportedOperationException("no page asks for it");
  }

  @Override
  public List<RunLists.Line> allOpenOf(String runbook, int limit) {
    throw new UnsupportedOperationException("no page asks for it");
  }

  @Override
  public Map<String, Long> open() {
    return newest()
        .filter(line -> line.endedAt().isEmpty())
        .collect(Collectors.groupingBy(RunLists.Line::state, Collectors.counting()));
  }

  @Override
  public void append(RunId run, List<RunLog.Line> lines) {
    log.computeIfAbsent(run, _ -> new ArrayList<>()).addAll(lines);
  }

  @Override
  public Size size(RunId run, String path) {
    throw new UnsupportedOperationException("no page asks for it");
  }

  @Override
  public List<Numbered> page(RunId run, long after, int limit) {
    var lines = log.getOrDefault(run, List.of());
    return LongStream.range(after, lines.size())
        .limit(limit)
        .mapToObj(at -> new Numbered(at + 1, lines.get((int) at)))
        .toList();
  }

  @Override
  public List<Numbered> last(RunId run, long before, int limit) {
    var all = page(run, 0, Integer.MAX_VALUE).stream().filter(it -> it.number() < before).toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  @Override
  public List<RunLog.Line> tail(RunId run, int limit) {
    throw new UnsupportedOperationException("no page asks for it");
  }

  @Override
  public void add(Review review) {
    reviews.add(review);
  }

  @Override
  public List<Review> open(int most) {
    return reviews.stream().filter(it -> it.closed().isEmpty()).limit(most).toList();
  }

  @Override
  public long countOpen() {
    return open(Integer.MAX_VALUE).size();
  }

  @Override
  public List<Review> of(RunId run) {
    return reviews.stream().filter(it -> it.run().equals(run)).toList();
  }

  @Override
  public int close(RunId run, Review.Closed closed) {
    throw new UnsupportedOperationException("no page does it");
  }
}
