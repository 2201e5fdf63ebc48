package dev.muster.commands.incident;

import dev.muster.commands.chat.PostRef;
import dev.muster.commands.chat.Span;
import java.util.Optional;

/** Incidents beside their root posts. */
public interface IncidentPosts {

  /**
   * An incident as it is now, and where its post is in a chat, once there is one.
   *
   * @param isReplaced whether somebody deleted the first post there and this is the second
   * @param own the channel that the incident has for itself there
   */
  record Standing(
      Incident incident, Optional<PostRef> post, boolean isReplaced, Optional<Span.Channel> own) {}

  /** Empty when there is no such incident. */
  Optional<Standing> standing(IncidentId incident, String platform);
}
