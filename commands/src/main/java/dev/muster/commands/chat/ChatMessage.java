package dev.muster.commands.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as the built-in chat keeps it.
 *
 * @param thread the id of the root that it answers; absent for a root
 * @param author who said it; absent: Muster itself
 * @param replies how many answers a root has
 */
public record ChatMessage(
    long id,
    String channel,
    Optional<Long> thread,
    Optional<String> author,
    Message message,
    Instant postedAt,
    Optional<Instant> editedAt,
    int replies) {}
