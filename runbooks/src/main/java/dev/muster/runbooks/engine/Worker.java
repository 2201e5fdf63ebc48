package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.run.rule.Progress;
import java.util.List;

/**
 * Goes on with runs. What it commits is either an intent or a result, so that whoever goes on after
 * a crash knows what may have happened. Thread-safe; a run that two work on at once goes on with
 * the one that came last.
 */
public final class Worker {

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
    var pinned = means.definitions().pinned(held.run().origin().runbook().hash());
    if (pinned.isEmpty()) {
      end(held);
    } else {
      new Going(means, interrupts, new Itinerary(pinned.get().runbook()), held).goOn();
    }
  }

  /** Its runbook was written for a Muster that could read it. */
  private void end(RunStore.Held held) {
    var now = means.clock().instant();
    var words = "this Muster cannot read the runbook that it was started with";
    var run = new Progress(now).outOfTime(held.run(), words);
    means.store().save(held, run.to(new Ended(now), now), List.of());
  }
}
