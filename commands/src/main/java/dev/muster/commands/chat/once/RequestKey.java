package dev.muster.commands.chat.once;

import dev.muster.commands.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes two requests the same one. It travels as the id of the request, so that logs, audit
 * and this know it by one name.
 *
 * @param id what is the same in both
 * @param clickedAt when it was clicked; absent for what a platform brings under an id of its own,
 *     which is the same request however much later it comes
 */
public record RequestKey(String id, Optional<Instant> clickedAt) {

  /** Clicks on the same button in this time are one. */
  static final Duration DOUBLE_CLICK = Duration.ofSeconds(3);

  private static final String ONCE = "once-";
  private static final String CLICK = "click-";
  private static final int DIGITS = 24;
  private static final Pattern SHAPE =
      Pattern.compile("(?<id>(?:once|click)-[0-9a-f]{24})(?:-(?<at>[0-9a-z]{1,13}))?");

  /** Of something that the platform names by these words. */
  public static RequestKey once(String... words) {
    return new RequestKey(ONCE + hash(words), Optional.empty());
  }

  /** Of a click by whom, where and on what these words say. */
  public static RequestKey click(Instant at, String... words) {
    return new RequestKey(
        CLICK + hash(words), Optional.of(Instant.ofEpochMilli(at.toEpochMilli())));
  }

  /** As the id of a request. */
  public String requestId() {
    return id + clickedAt.map(at -> "-" + Long.toString(at.toEpochMilli(), 36)).orElse("");
  }

  /** Empty for requests of other ways to ask, which nobody repeats. */
  public static Optional<RequestKey> of(String requestId) {
    var shape = SHAPE.matcher(requestId);
    return shape.matches()
        ? Optional.of(
            new RequestKey(
                shape.group("id"),
                Optional.ofNullable(shape.group("at"))
                    .map(at -> Instant.ofEpochMilli(Long.parseLong(at, 36)))))
        : Optional.empty();
  }

  /** Notes it as done; false when it was before. Waits for whoever is doing it now. */
  public boolean take(DoneRequests done, Instant now) {
    return clickedAt
        .map(at -> done.add(id, at, DOUBLE_CLICK))
        .orElseGet(() -> done.add(id, now, DoneRequests.KEPT));
  }

  private static String hash(String... words) {
    return Sha256.hex(String.join("\n", words)).substring(0, DIGITS);
  }
}
