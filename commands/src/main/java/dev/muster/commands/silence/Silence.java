package dev.muster.commands.silence;

import dev.muster.commands.incident.Change;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Alerts like these open no incident and tell nobody until its end. They are kept, listed and
 * counted as ever, and what still fires when it ends opens its incident then. Immutable.
 *
 * @param reason why, for whoever wonders where the alerts are
 * @param endsAt when it ends unless somebody ends it before
 * @param ended when and by whom it was ended: by Muster when its time had come
 */
public record Silence(
    SilenceId id,
    Matchers matchers,
    String reason,
    Change begun,
    Instant endsAt,
    Optional<Change> ended) {

  public Silence(SilenceId id, Matchers matchers, String reason, Change begun, Instant endsAt) {
    this(id, matchers, reason, begun, endsAt, Optional.empty());
  }

  /** By the clock too: one whose end nobody has noted yet keeps nothing quiet any more. */
  public boolean isActive(Instant now) {
    return ended.isEmpty() && now.isBefore(endsAt);
  }

  public boolean covers(Map<String, String> labels) {
    return matchers.accept(labels);
  }

  public Silence until(Instant end) {
    return new Silence(id, matchers, reason, begun, end, ended);
  }

  public Silence endedBy(Change change) {
    return new Silence(id, matchers, reason, begun, endsAt, Optional.of(change));
  }
}
