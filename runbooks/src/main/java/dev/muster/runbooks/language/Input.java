package dev.muster.runbooks.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run is given.
 *
 * @param fallback the value when none is given, already of its type; null where there is none
 */
public record Input(
    String name, Type type, boolean required, @Nullable Object fallback, String about) {

  /** What values are, and which of them are allowed. */
  public sealed interface Type {

    record Text(Optional<String> pattern, int longest) implements Type {}

    record Whole(Optional<Long> least, Optional<Long> most) implements Type {}

    record Decimal(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Type {}

    record YesNo() implements Type {}

    record OneOf(List<String> words) implements Type {
      public OneOf {
        words = List.copyOf(words);
      }
    }

    record Length() implements Type {}

    /** Somebody of the configuration. */
    record Somebody() implements Type {}

    /** Taken from a secret that the configuration allows; never typed, never kept with the run. */
    record Secret(String from) implements Type {}
  }

  public boolean isSecret() {
    return type instanceof Type.Secret;
  }
}
