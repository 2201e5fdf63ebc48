package dev.muster.commands.intake.history;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.silence.SilenceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which alerts a list wants; an empty part asks for nothing in particular.
 *
 * @param isSilenced whether only those are wanted that any silence keeps quiet, or kept so
 */
public record AlertFilter(
    Optional<AlertStatus> status,
    Optional<String> source,
    Optional<String> fingerprint,
    Optional<Instant> openedSince,
    Optional<IncidentId> incident,
    Optional<String> severity,
    boolean isSilenced,
    Optional<SilenceId> silence) {

  public static final AlertFilter ALL =
      new AlertFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public AlertFilter(
      Optional<AlertStatus> status,
      Optional<String> source,
      Optional<String> fingerprint,
      Optional<Instant> openedSince,
      Optional<IncidentId> incident) {
    this(
        status,
        source,
        fingerprint,
        openedSince,
        incident,
        Optional.empty(),
        false,
        Optional.empty());
  }

  public static AlertFilter of(IncidentId incident) {
    return new AlertFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(incident));
  }

  public AlertFilter withStatus(Optional<AlertStatus> wanted) {
    return new AlertFilter(
        wanted, source, fingerprint, openedSince, incident, severity, isSilenced, silence);
  }

  public AlertFilter withSource(String wanted) {
    return new AlertFilter(
        status,
        Optional.of(wanted),
        fingerprint,
        openedSince,
        incident,
        severity,
        isSilenced,
        silence);
  }

  public AlertFilter withSeverity(String wanted) {
    return new AlertFilter(
        status,
        source,
        fingerprint,
        openedSince,
        incident,
        Optional.of(wanted),
        isSilenced,
        silence);
  }

  public AlertFilter since(Instant at) {
    return new AlertFilter(
        status, source, fingerprint, Optional.of(at), incident, severity, isSilenced, silence);
  }

  public AlertFilter silenced() {
    return new AlertFilter(
        status, source, fingerprint, openedSince, incident, severity, true, silence);
  }

  public AlertFilter silencedBy(SilenceId wanted) {
    return new AlertFilter(
        status, source, fingerprint, openedSince, incident, severity, true, Optional.of(wanted));
  }
}
