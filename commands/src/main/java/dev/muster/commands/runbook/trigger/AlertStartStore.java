package dev.muster.commands.runbook.trigger;

import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.trigger.AlertFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What alerts have started and suggested. All calls belong to the running transaction. */
public interface AlertStartStore {

  /**
   * The last start of a runbook by alerts that are alike; nobody else starts it for such until the
   * transaction ends.
   */
  Optional<Last> lock(String runbook, String group);

  /** It is started now, or was tried in vain; what was held back counts anew. */
  void started(String runbook, String group, Start start);

  /** Alerts that would have started it, had it not been started just before. */
  void heldBack(String runbook, String group, int times);

  /** Notes that a runbook fits an incident; answers whether that is news. */
  boolean fits(IncidentId incident, String runbook, int rank, AlertFacts alert);

  /** The runbooks that fitted an incident, the best first. */
  List<String> fitting(IncidentId incident);

  /** The alert that a runbook fitted first in an incident. */
  Optional<AlertFacts> fitted(IncidentId incident, String runbook);

  /**
   * A start by alerts.
   *
   * @param run absent: it could not be started
   */
  record Start(IncidentId incident, Instant at, Optional<RunId> run) {}

  /**
   * The last one.
   *
   * @param heldBack how many alerts have started nothing since
   */
  record Last(Start start, long heldBack) {}
}
