package dev.muster.commands.intake.history;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.silence.SilenceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An alert of the history: one firing from its start to its end.
 *
 * @param severity the team's own level
 * @param level the canonical one that it looks like
 * @param count how often its sender has said it
 * @param silence what keeps it from opening an incident; of what is over, what kept it so
 */
public record Alert(
    long id,
    String fingerprint,
    String source,
    String status,
    String severity,
    CanonicalSeverity level,
    String title,
    Optional<String> summary,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> links,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt,
    Instant openedAt,
    Instant lastSeenAt,
    int count,
    Optional<IncidentId> incident,
    Optional<SilenceId> silence) {

  public AlertRef ref() {
    return new AlertRef(openedAt, id);
  }
}
