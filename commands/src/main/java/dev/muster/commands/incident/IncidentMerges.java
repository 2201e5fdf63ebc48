package dev.muster.commands.incident;

import dev.muster.runbooks.engine.port.RunLists.Line;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Brings what belongs to one incident to another. Both calls belong to the running transaction. */
public interface IncidentMerges {

  /**
   * Keeps new alerts waiting until the transaction ends, and locks the incidents in the one order
   * that does not block others for ever. Answers those that there are.
   */
  Map<IncidentId, Incident> lock(Collection<IncidentId> ids);

  /** Runs that belong to it and are not over, the newest first. */
  List<Line> runs(IncidentId id, int most);

  /**
   * The alerts of the one, the runbooks that fit them, and all that has gone into it before, belong
   * to the other now.
   */
  void handOver(IncidentId from, IncidentId into);
}
