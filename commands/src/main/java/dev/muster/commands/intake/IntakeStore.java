package dev.muster.commands.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.silence.SilenceId;
import java.util.List;
import java.util.Set;

/** Keeps what the intake writes. All calls but the ids' belong to the running transaction. */
public interface IntakeStore {

  /**
   * Locks alerts and groups until the transaction ends, in an order that is the same for everybody,
   * and reads what stands.
   */
  IntakeState lockAndLoad(Set<AlertKey> alerts, Set<String> groups);

  IncidentId nextIncidentId();

  long nextAlertId();

  /** Alerts that fire and that a silence holds, so many at most. */
  List<HeldAlert> held(SilenceId silence, int most);

  /** Writes all of it, and asks for the posts of the changed incidents to be refreshed. */
  void save(IntakeChanges changes);

  /** Keeps a delivery that caused nothing, in a transaction of its own. */
  void keep(IntakeChanges.KeptDelivery delivery);
}
