package dev.muster.commands.runbook.testing;

import dev.muster.commands.chat.Place;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.RunBoard;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.testing.MemoryRuns;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Runs as lists show them, from memory; the thread of run 7 is called {@code run 7}. */
public record MemoryBoard(MemoryRuns runs) implements RunBoard {

  private List<Run> everything() {
    return LongStream.iterate(1, id -> id + 1)
        .mapToObj(id -> runs.find(new RunId(id)))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .toList()
        .reversed();
  }

  @Override
  public List<Run> live(int most) {
    return everything().stream().filter(run -> !run.isOver()).limit(most).toList();
  }

  @Override
  public long countLive() {
    return everything().stream().filter(run -> !run.isOver()).count();
  }

  @Override
  public Optional<Run> at(Place place) {
    return place
        .thread()
        .filter(thread -> thread.startsWith("run "))
        .flatMap(thread -> runs.find(RunId.parse(thread.substring(4)).orElseThrow()));
  }

  @Override
  public List<Run> openOf(IncidentId incident, int most) {
    return of(incident, most).stream().filter(run -> !run.isOver()).toList();
  }

  @Override
  public List<Run> openOf(String runbook, int most) {
    return allOpenOf(runbook, Integer.MAX_VALUE).stream()
        .filter(run -> run.origin().parent().isEmpty() && !run.origin().isDry())
        .limit(most)
        .toList();
  }

  @Override
  public List<Run> allOpenOf(String runbook, int most) {
    return of(runbook, Integer.MAX_VALUE).stream()
        .filter(run -> !run.isOver())
        .limit(most)
        .toList();
  }

  @Override
  public List<Run> of(String runbook, int most) {
    return everything().stream()
        .filter(run -> run.origin().runbook().name().equals(runbook))
        .limit(most)
        .toList();
  }

  @Override
  public List<Run> of(IncidentId incident, int most) {
    var number = Optional.of(incident.value());
    return everything().stream()
        .filter(run -> run.origin().place().flatMap(place -> place.incident()).equals(number))
        .limit(most)
        .toList();
  }

  @Override
  public Page<Run> all(PageRequest page) {
    return new Page<>(everything().stream().limit(page.limit()).toList(), Optional.empty());
  }
}
