package dev.muster.commands.intake.history;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.IncidentId;
import java.time.Instant;
import java.util.Optional;

/** Which alerts a list wants; an empty part asks for nothing in particular. */
public record AlertFilter(
    Optional<AlertStatus> status,
    Optional<String> source,
    Optional<String> fingerprint,
    Optional<Instant> openedSince,
    Optional<IncidentId> incident) {

  public static AlertFilter of(IncidentId incident) {
    return new AlertFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(incident));
  }
}
