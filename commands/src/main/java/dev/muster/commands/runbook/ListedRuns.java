package dev.muster.commands.runbook;

import dev.muster.commands.chat.Place;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.engine.port.RunLists;
import dev.muster.runbooks.engine.port.RunLists.Fits;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.engine.port.RunLists.Which;
import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs from the lists that are kept of them; each one shown is looked up by itself.
 *
 * @param threads the run in whose thread a place is
 */
public record ListedRuns(RunLists lists, RunStore store, Function<Place, Optional<RunId>> threads)
    implements RunBoard {

  @Override
  public List<Run> live(int most) {
    var some = Stream.of(Which.RUNNING, Which.WAITING);
    return some.flatMap(which -> lists.list(which, Optional.empty(), 2 * most).stream())
        .filter(line -> line.parent().isEmpty())
        .sorted(Comparator.comparing(Line::id).reversed())
        .limit(most)
        .flatMap(this::found)
        .toList();
  }

  private Stream<Run> found(Line line) {
    return store.find(line.id()).stream();
  }

  @Override
  public Optional<Run> at(Place place) {
    return threads.apply(place).flatMap(store::find);
  }

  @Override
  public List<Run> openOf(IncidentId incident, int most) {
    return lists.openOf(incident.value(), most).stream().flatMap(this::found).toList();
  }

  @Override
  public List<Run> openOf(String runbook, int most) {
    return lists.openOf(runbook, most).stream().flatMap(this::found).toList();
  }

  @Override
  public List<Run> allOpenOf(String runbook, int most) {
    return lists.allOpenOf(runbook, most).stream().flatMap(this::found).toList();
  }

  @Override
  public List<Run> of(String runbook, int most) {
    var fits = new Fits(Optional.empty(), Optional.of(runbook));
    return lists.list(fits, Optional.empty(), most).stream().flatMap(this::found).toList();
  }

  @Override
  public List<Run> of(IncidentId incident, int most) {
    return lists.of(incident.value(), most).stream().flatMap(this::found).toList();
  }

  @Override
  public long countLive() {
    return lists.open().values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public Page<Run> all(PageRequest page) {
    var before = page.cursor().flatMap(RunId::parse);
    var lines = lists.list(Which.ALL, before, page.limit());
    var runs = lines.stream().flatMap(this::found).toList();
    var next =
        lines.size() == page.limit()
            ? Optional.of(lines.getLast().id().toString())
            : Optional.<String>empty();
    return new Page<>(runs, next);
  }
}
