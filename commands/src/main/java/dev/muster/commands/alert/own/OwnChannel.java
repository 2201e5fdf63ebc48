package dev.muster.commands.alert.own;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The channel that each incident of a route has for itself, in chats that have such.
 *
 * @param invite who is invited besides those who have to do with the incident
 * @param archiveAfter how long after its end it is archived; absent: never
 */
public record OwnChannel(NameTemplate name, List<Invitee> invite, Optional<Duration> archiveAfter) {

  /** Long enough for questions and the postmortem. */
  public static final Duration DEFAULT_ARCHIVE_AFTER = Duration.ofDays(7);

  public OwnChannel {
    invite = List.copyOf(invite);
  }
}
