package dev.muster.runbooks.trigger;

import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Triggers.ByAlert;
import dev.muster.runbooks.language.Triggers.Mode;
import java.util.stream.Collectors;

/** A runbook that fits an alert. */
public record Fit(Runbook runbook, ByAlert trigger) {

  /** The more it asks of an alert, the better it fits. */
  public int rank() {
    return trigger.match().size();
  }

  public boolean isAuto() {
    return trigger.mode() == Mode.AUTO;
  }

  /**
   * What is alike for alerts that start it once together.
   *
   * @param incident what is alike for alerts of one incident, where nothing else is said
   */
  public String group(AlertFacts alert, String incident) {
    return runbook
        .triggers()
        .throttle()
        .map(throttle ->
            throttle.groupBy().stream()
                .map(path -> path + "=" + alert.attribute(path))
                .collect(Collectors.joining("\n")))
        .orElse(incident);
  }
}
