package dev.muster.runbooks.start;

import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunStore.Added;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.run.Run;
import java.util.Optional;

/** Starts runs. Thread-safe; joins the caller's transaction. */
public final class Starts {

  private final Means means;

  public Starts(Means means) {
    this.means = means;
  }

  /** Whether somebody may start it is the caller's to check. */
  public Started start(Request request) {
    var definition = means.definitions().named(request.runbook());
    if (definition.isEmpty()) {
      return new Started.Unknown();
    }
    var prepared = Prepared.of(means, definition.get(), request, means.clock().instant());
    if (!prepared.problems().isEmpty()) {
      return new Started.Refused(prepared.problems());
    }
    means.definitions().pin(prepared.pinned());
    var onBusy =
        definition.get().runbook().concurrency().map(Concurrency::onBusy).orElse(OnBusy.QUEUE);
    var run = Run.begin(means.store().nextId(), prepared.origin());
    return switch (means.store().add(run, onBusy)) {
      case Added.Begun(var begun) -> new Started.Begun(begun);
      case Added.Busy(var holder) -> new Started.Busy(holder);
    };
  }

  /** What would happen. */
  public Optional<Plan> plan(Request request) {
    return means
        .definitions()
        .named(request.runbook())
        .map(definition -> new Planning(means, definition, request).plan());
  }
}
