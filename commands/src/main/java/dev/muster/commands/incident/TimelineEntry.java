package dev.muster.commands.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of an incident's history: when, who, what, and in which chat it was done, where it was
 * done in one.
 *
 * @param link to the message that it was taken from
 */
public record TimelineEntry(
    IncidentId incident,
    Instant at,
    Kind kind,
    Actor actor,
    String text,
    Optional<String> platform,
    Optional<String> link) {

  /** Of what was taken from no message. */
  public TimelineEntry(
      IncidentId incident,
      Instant at,
      Kind kind,
      Actor actor,
      String text,
      Optional<String> platform) {
    this(incident, at, kind, actor, text, platform, Optional.empty());
  }

  /** What kind of thing happened. */
  public enum Kind {
    OPENED,
    ALERT_FIRING,
    ALERT_RESOLVED,
    SEVERITY_RAISED,
    SEVERITY_CHANGED,
    ACKNOWLEDGED,
    MITIGATED,
    RESOLVED,
    REOPENED,
    MERGED,
    EDITED,
    ASSIGNED,
    NOTE,
    UPDATE,
    REMINDER,
    SNOOZED,
    UNSNOOZED,
    SILENCED,
    UNSILENCED,
    NOTIFICATION_FAILED,
    RUNBOOK,

    /** Something that a later version writes and this one does not know. */
    OTHER;

    /** The kind of that name. */
    public static Kind of(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().equals(name))
          .findFirst()
          .orElse(OTHER);
    }

    /** The word that the API shows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The same of something that happened at another time. */
  public TimelineEntry happened(Instant then) {
    return new TimelineEntry(incident, then, kind, actor, text, platform, link);
  }

  /** The same, taken from a message. */
  public TimelineEntry from(String message) {
    return new TimelineEntry(incident, at, kind, actor, text, platform, Optional.of(message));
  }
}
