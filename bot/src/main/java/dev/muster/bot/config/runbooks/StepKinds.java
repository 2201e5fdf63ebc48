package dev.muster.bot.config.runbooks;

import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Kinds;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The kinds of steps that this Muster has: one line for each. */
public final class StepKinds {

  private StepKinds() {}

  public static Kinds all() {
    var all = new AtomicReference<Kinds>(new Kinds(List.of()));
    all.set(new Kinds(FlowKinds.all(all::get, InstantSource.system())));
    return all.get();
  }
}
