package dev.muster.commands.incident.own;

import dev.muster.commands.incident.Incident;
import java.util.Optional;

/** What incidents' own channels are to be, as configured now. Thread-safe. */
public interface OwnPlans {

  /** Empty for an incident that is a thread. */
  Optional<OwnPlan> of(Incident incident);

  /** Where people see an incident in a browser, where they can. */
  Optional<String> page(Incident incident);

  /** Every incident is a thread. */
  static OwnPlans none() {
    return new OwnPlans() {
      @Override
      public Optional<OwnPlan> of(Incident incident) {
        return Optional.empty();
      }

      @Override
      public Optional<String> page(Incident incident) {
        return Optional.empty();
      }
    };
  }
}
