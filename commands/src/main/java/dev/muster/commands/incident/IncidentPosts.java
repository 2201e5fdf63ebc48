package dev.muster.commands.incident;

import dev.muster.commands.chat.PostRef;
import java.util.Optional;

/** Incidents beside their root posts. */
public interface IncidentPosts {

  /**
   * An incident as it is now, and where its post is in a chat, once there is one.
   *
   * @param isReplaced whether somebody deleted the first post there and this is the second
   */
  record Standing(Incident incident, Optional<PostRef> post, boolean isReplaced) {}

  /** Empty when there is no such incident. */
  Optional<Standing> standing(IncidentId incident, String platform);
}
