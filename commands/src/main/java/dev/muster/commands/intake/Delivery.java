package dev.muster.commands.intake;

import dev.muster.commands.alert.Integration;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One webhook that came in, linked to what it caused. Its body is kept beside it.
 *
 * @param error why it could not be read or taken in
 * @param alerts the ids of the alerts that it opened or changed
 * @param replayed where it was taken in only when somebody asked for it again
 */
public record Delivery(
    DeliveryId id,
    String integration,
    String source,
    State state,
    Optional<String> error,
    int alertCount,
    List<Long> alerts,
    List<IncidentId> incidents,
    Ignored ignored,
    Optional<Replayed> replayed) {

  static Delivery processed(
      Integration integration, List<Long> alerts, IntakeResult.Accepted accepted) {
    return new Delivery(
        accepted.delivery(),
        integration.name(),
        integration.source(),
        State.PROCESSED,
        Optional.empty(),
        accepted.alerts(),
        alerts,
        accepted.incidents(),
        accepted.ignored(),
        Optional.empty());
  }

  static Delivery failed(DeliveryId id, Integration integration, int alertCount, String error) {
    return new Delivery(
        id,
        integration.name(),
        integration.source(),
        State.FAILED,
        Optional.of(error),
        alertCount,
        List.of(),
        List.of(),
        Ignored.NONE,
        Optional.empty());
  }

  public static Delivery unreadable(DeliveryId id, Integration integration, String error) {
    return new Delivery(
        id,
        integration.name(),
        integration.source(),
        State.UNREADABLE,
        Optional.of(error),
        0,
        List.of(),
        List.of(),
        Ignored.NONE,
        Optional.empty());
  }

  /** The same after it was taken again, with what that caused; the error stays for the record. */
  public Delivery replayed(Delivery again, Instant at, PersonId by) {
    return new Delivery(
        id,
        integration,
        again.source,
        State.REPLAYED,
        error,
        again.alertCount,
        again.alerts,
        again.incidents,
        again.ignored,
        Optional.of(new Replayed(at, by)));
  }

  /** When and by whom a webhook was taken again. */
  public record Replayed(Instant at, PersonId by) {}

  /** What became of a webhook. */
  public enum State {
    PROCESSED,
    UNREADABLE,
    FAILED,
    REPLAYED;

    /** By the word that the API shows. */
    public static Optional<State> named(String word) {
      return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }

    /** Whether nothing of it was taken in yet. */
    public boolean canBeReplayed() {
      return switch (this) {
        case UNREADABLE, FAILED -> true;
        case PROCESSED, REPLAYED -> false;
      };
    }

    /** The word that the API shows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The alerts that changed nothing: how many, and the first few of them. */
  public record Ignored(int count, List<IgnoredAlert> first) {

    public static final Ignored NONE = new Ignored(0, List.of());
    private static final int SHOWN = 10;

    public Ignored {
      first = List.copyOf(first);
    }

    static Ignored of(List<IgnoredAlert> alerts) {
      return alerts.isEmpty()
          ? NONE
          : new Ignored(alerts.size(), alerts.subList(0, Math.min(SHOWN, alerts.size())));
    }
  }

  /** An alert that changed nothing, and why, for whoever looks for it. */
  public record IgnoredAlert(String fingerprint, String reason) {}

  public Delivery {
    alerts = List.copyOf(alerts);
    incidents = List.copyOf(incidents);
  }
}
