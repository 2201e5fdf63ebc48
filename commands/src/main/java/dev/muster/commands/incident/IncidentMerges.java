package dev.muster.commands.incident;

import java.util.Collection;
import java.util.Map;

/** Brings what belongs to one incident to another. Both calls belong to the running transaction. */
public interface IncidentMerges {

  /**
   * Keeps new alerts waiting until the transaction ends, and locks the incidents in the one order
   * that does not block others for ever. Answers those that there are.
   */
  Map<IncidentId, Incident> lock(Collection<IncidentId> ids);

  /**
   * The alerts of the one, the runbooks that fit them, and all that has gone into it before, belong
   * to the other now.
   */
  void handOver(IncidentId from, IncidentId into);
}
