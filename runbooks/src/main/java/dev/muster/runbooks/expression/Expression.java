package dev.muster.runbooks.expression;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CEL expression that was checked against the names that it may use. Immutable and thread-safe.
 *
 * <p>Values are texts, {@link Long}, {@link Double}, {@link Boolean}, {@link java.time.Duration},
 * {@link java.time.Instant}, lists and maps with texts as keys of these, and null.
 */
public interface Expression {

  /** As it is written. */
  String source();

  /** What it uses, each with the way to it: {@code inputs.replica}, {@code steps.go.duration}. */
  Set<String> paths();

  /**
   * What it comes to; bounded in time and size.
   *
   * @throws Unevaluable when it comes to nothing with these values
   */
  @Nullable Object value(Map<String, ?> names);

  /**
   * Whether it holds.
   *
   * @throws Unevaluable also when it is neither true nor false
   */
  default boolean holds(Map<String, ?> names) {
    if (value(names) instanceof Boolean held) {
      return held;
    }
    throw new Unevaluable(source() + " is neither true nor false");
  }
}
