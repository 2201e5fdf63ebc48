package dev.muster.commands.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
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
import java.util.stream.Stream;

/**
 * Writes an entry of the operation log for each run that changed the world, in the transaction of
 * its end. What a run changes that is rolled back after its end is added to its entry, and what
 * runs do that it started stands in its own.
 *
 * @param started the runs that a run has started
 */
public record RunJournal(OperationLog log, Means means, Function<RunId, List<Run>> started)
    implements RunListener {

  @Override
  public void changed(Optional<Run> before, Run after) {
    var hasEnded = after.isOver() && before.filter(Run::isOver).isEmpty();
    if (hasEnded && !after.origin().isDry() && after.origin().parent().isEmpty()) {
      write(after);
    }
  }

  private void write(Run run) {
    var marks = marks(run).toList();
    if (marks.isEmpty()) {
      return;
    }
    var now = means.clock().instant();
    var known = log.of(run.id());
    if (known.isPresent()) {
      append(run, known.get(), marks, now);
    } else {
      log.add(entry(run, marks, now));
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
    var account = RunAccount.of(run, marks, purpose, incident);
    return new Entry(account, run.origin().requester(), now, Optional.of(run.id()), incident);
  }

  /** What came after it had ended before. */
  private void append(Run run, Operation known, List<Mark> marks, Instant now) {
    var later = marks.stream().filter(mark -> mark.at().isAfter(lastWritten(known))).toList();
    var addenda = new ArrayList<Addendum>();
    if (!later.isEmpty()) {
      addenda.add(new Addendum(Part.IMPACT, RunAccount.impact(later), Who.MUSTER, now));
    }
    var words = RunAccount.issues(run, later);
    if (!words.isEmpty() && !words.equals(known.account().issues())) {
      addenda.add(new Addendum(Part.ISSUES, words, Who.MUSTER, now));
    }
    if (!addenda.isEmpty()) {
      log.append(known.id(), addenda);
    }
  }

  private static Instant lastWritten(Operation known) {
    return known.addenda().stream()
        .filter(one -> one.by().equals(Who.MUSTER))
        .map(Addendum::at)
        .reduce(known.entry().writtenAt(), (one, other) -> other.isAfter(one) ? other : one);
  }

  /** Its own and those of the runs that it started, however deep. */
  private Stream<Mark> marks(Run run) {
    var own = Footprint.of(means, run).marks().stream();
    return run.origin().runbook().nested().isEmpty()
        ? own
        : Stream.concat(own, started.apply(run.id()).stream().flatMap(this::marks));
  }
}
