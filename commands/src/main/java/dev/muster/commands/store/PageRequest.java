package dev.muster.commands.store;

import java.util.Optional;
import java.util.function.Function;

/** How much of a list is wanted (1 to 500 items) and after which cursor. */
public record PageRequest(int limit, Optional<String> cursor) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 500;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be between 1 and " + MAX_LIMIT);
    }
  }

  /**
   * The cursor as the list reads its own.
   *
   * @throws UnknownCursor when it cannot, instead of starting over
   */
  public <T> Optional<T> after(Function<String, Optional<T>> reader) {
    return cursor.map(text -> reader.apply(text).orElseThrow(() -> new UnknownCursor(text)));
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }
}
