package dev.muster.commands.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.runbook.review.Review;
import dev.muster.commands.runbook.review.Reviews;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Footprint;
import dev.muster.runbooks.start.Footprint.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes an entry of the operation log for each run that changed the world, in the transaction of
 * its end. What runs do that it started stands in its entry. What any of them changes that is
 * rolled back after that end is added: the log knows of which steps it has told, so that no clock
 * is asked what came later.
 *
 * @param started the runs that a run has started
 */
public record RunJournal(
    OperationLog log, Means means, Function<RunId, List<Run>> started, Reviews glass)
    implements RunListener {

  @Override
  public void changed(Optional<Run> before, Run after) {
    var hasEnded = after.isOver() && before.filter(Run::isOver).isEmpty();
    if (hasEnded && !after.origin().isDry()) {
      above(after).filter(Run::isOver).ifPresent(first -> write(first, after));
    }
  }

  /** The run that nobody but a person, an alert or the clock has started. */
  private Optional<Run> above(Run run) {
    return run.origin().parent().isEmpty()
        ? Optional.of(run)
        : run.origin().parent().flatMap(it -> means.store().find(it.run())).flatMap(this::above);
  }

  private void write(Run first, Run ended) {
    var traces = traces(first).toList();
    if (traces.isEmpty()) {
      return;
    }
    var now = means.clock().instant();
    var known = log.of(first.id());
    if (known.isPresent()) {
      append(ended, known.get(), log.tell(known.get().id(), traces), now);
    } else {
      log.tell(log.add(entry(first, marks(traces), now)), traces);
    }
  }

  private Entry entry(Run run, List<Mark> marks, Instant now) {
    var incident = run.origin().place().flatMap(place -> place.incident()).map(IncidentId::new);
    var purpose =
        means
            .definitions()
            .pinned(run.origin().runbook().hash())
            .map(Definition::runbook)
            .map(runbook -> runbook.about().purpose())
            .orElse("");
    var account = RunAccount.of(run, marks, broken(run).toList(), purpose, incident);
    return new Entry(account, run.origin().requester(), now, Optional.of(run.id()), incident);
  }

  /** What came after it had ended before. */
  private void append(Run ended, Operation known, List<Trace> later, Instant now) {
    var addenda = new ArrayList<Addendum>();
    if (!later.isEmpty()) {
      addenda.add(new Addendum(Part.IMPACT, Deeds.all(marks(later)), Who.MUSTER, now));
    }
    var words =
        RunAccount.issues(ended, marks(later), glass.of(ended.id())).stream()
            .filter(issue -> issues(known).noneMatch(said -> said.contains(issue)))
            .collect(Collectors.joining(" "));
    if (!words.isEmpty()) {
      addenda.add(new Addendum(Part.ISSUES, words, Who.MUSTER, now));
    }
    if (!addenda.isEmpty()) {
      log.append(known.id(), addenda);
    }
  }

  /** All that is said of them by now. */
  private static Stream<String> issues(Operation known) {
    return Stream.concat(
        Stream.of(known.account().issues()),
        known.addenda(Part.ISSUES).stream().map(Addendum::text));
  }

  private static List<Mark> marks(List<Trace> traces) {
    return traces.stream().map(Trace::mark).toList();
  }

  private Stream<Trace> traces(Run run) {
    return all(run)
        .flatMap(one ->
            Footprint.of(means, one).marks().stream().map(mark -> new Trace(one.id(), mark)));
  }

  private Stream<Review> broken(Run run) {
    return all(run).flatMap(one -> glass.of(one.id()).stream());
  }

  /** With the runs that it started, however deep. */
  private Stream<Run> all(Run run) {
    return run.origin().runbook().nested().isEmpty()
        ? Stream.of(run)
        : Stream.concat(Stream.of(run), started.apply(run.id()).stream().flatMap(this::all));
  }
}
