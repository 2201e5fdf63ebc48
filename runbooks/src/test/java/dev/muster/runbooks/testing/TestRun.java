package dev.muster.runbooks.testing;

import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Origin.Pinned;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.run.rule.Progress;
import dev.muster.runbooks.run.rule.Stop;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A run that is taken along its runbook by hand. */
public record TestRun(Run run, Runbook runbook) {

  public static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
  public static final Who DEVOPS = new Who("devops", "DevOps Engineer");
  public static final Who BACKEND = new Who("backend", "Backend Engineer");
  public static final Who LEAD = new Who("lead", "Lead Engineer");

  public static TestRun begin(TestRunbook written) {
    var runbook = written.runbook();
    return new TestRun(Run.begin(new RunId(7), origin(runbook)), runbook).intoNextPhase();
  }

  public static Origin origin(Runbook runbook) {
    return new Origin(
        new Pinned(runbook.name(), runbook.about().title(), "hash", Map.of()),
        DEVOPS,
        NOW,
        Mode.REAL,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        runbook.timeout());
  }

  public Progress progress() {
    return new Progress(NOW);
  }

  public Itinerary itinerary() {
    return new Itinerary(runbook);
  }

  public Optional<Stop> next() {
    return itinerary().next(run);
  }

  public Stop stop() {
    return next().orElseThrow();
  }

  public TestRun to(Run next) {
    return new TestRun(next, runbook);
  }

  /** Past all phases that have nothing left. */
  public TestRun intoNextPhase() {
    var at = this;
    while (at.next().isEmpty() && at.run.course().phase() != Phase.ALWAYS) {
      at = at.to(progress().phaseOver(at.run));
    }
    return at;
  }

  /** The next step happens. */
  public TestRun done() {
    var done = new Done(NOW, Map.of(), Map.of(), "done", Optional.empty());
    return to(progress().done(run, stop(), done));
  }

  public TestRun started() {
    return to(progress().started(run, stop(), NOW, Map.of()));
  }

  public TestRun asked(Question question) {
    return to(progress().asked(run, stop(), question, Map.of(), Optional.empty(), OnTimeout.ABORT));
  }
}
