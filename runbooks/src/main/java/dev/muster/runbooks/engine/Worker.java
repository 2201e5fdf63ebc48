package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.engine.port.RunStore.Saved.Kept;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.Wish;
import dev.muster.runbooks.run.rule.Itinerary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes on with runs. What it commits is either an intent or a result, so that whoever goes on after
 * a crash knows what may have happened. Thread-safe; a run that two work on at once goes on with
 * the one that came last.
 */
public final class Worker {

  private static final String UNREAD =
      "this Muster cannot read the runbook that the run was started with";
  private static final String WHAT_TO_DO =
      "Resume it with a Muster that can, or cancel it: then it ends as it is.";

  private final Means means;
  private final Interrupts interrupts;

  public Worker(Means means) {
    this.means = means;
    this.interrupts = new Interrupts(means.store(), means.clock());
  }

  /** Until it waits for something, is over or belongs to somebody else. */
  public void work(RunId id) throws InterruptedException {
    var claimed = means.store().claim(id);
    if (claimed.isEmpty()) {
      return;
    }
    var held = claimed.get();
    var pinned =
        means
            .definitions()
            .pinned(held.run().origin().runbook().hash())
            .filter(this::knowsItsKinds);
    if (pinned.isEmpty()) {
      unread(held);
    } else {
      new Going(means, interrupts, new Itinerary(pinned.get().runbook()), held).goOn();
    }
  }

  private boolean knowsItsKinds(Definition definition) {
    var runbook = definition.runbook();
    return Stream.of(Phase.values())
        .flatMap(phase -> runbook.steps(phase).stream())
        .flatMap(Step::actions)
        .allMatch(action -> means.kinds().find(action.uses()).isPresent());
  }

  /** Another Muster may read it again: it rests until somebody says what becomes of it. */
  private void unread(Held held) {
    var now = means.clock().instant();
    var run = held.run();
    var ends = run.course().wish().filter(Wish::interrupts).isPresent();
    var next =
        ends
            ? run.with(run.course().verdict().cancelled(UNREAD)).to(new Ended(now), now)
            : run.wishing(Optional.empty()).to(new Paused(Who.MUSTER, now), now);
    if (means.store().save(held, next, List.of()) instanceof Kept) {
      var words = ends ? UNREAD + ": it ends as it is" : UNREAD + ". " + WHAT_TO_DO;
      means.log().append(run.id(), List.of(new Line(now, Source.EVENT, "", words)));
    }
  }
}
