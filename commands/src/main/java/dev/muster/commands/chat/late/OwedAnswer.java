package dev.muster.commands.chat.late;

import dev.muster.commands.chat.once.RequestKey;
import java.time.Instant;
import java.util.Map;

/**
 * Somebody was told that Muster is still at it, and is to hear how it ended.
 *
 * @param requestId by which it is known what became of it
 * @param address where they hear of it, in words that only the platform's adapter reads
 * @param command what they asked for
 * @param filled what they had filled in, where it was a form
 */
public record OwedAnswer(
    String requestId,
    String platform,
    String address,
    String command,
    Map<String, String> filled,
    Instant askedAt) {

  public OwedAnswer {
    filled = Map.copyOf(filled);
  }

  /** The same for what comes twice and is done once. */
  public String key() {
    return key(requestId);
  }

  /** Such as a button that is pressed twice within a moment. */
  public static String key(String requestId) {
    return RequestKey.of(requestId).map(RequestKey::id).orElse(requestId);
  }
}
