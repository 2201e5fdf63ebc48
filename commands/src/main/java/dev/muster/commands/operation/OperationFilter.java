package dev.muster.commands.operation;

import dev.muster.commands.incident.search.SearchWords;
import java.time.Instant;
import java.util.Optional;

/**
 * Which operations are wanted.
 *
 * @param words all of which, or their beginnings, stand somewhere in it; none: any
 * @param since the first time at which it may have begun
 * @param until the first time at which it may not
 */
public record OperationFilter(SearchWords words, Optional<Instant> since, Optional<Instant> until) {

  public static final OperationFilter ALL =
      new OperationFilter(SearchWords.of(""), Optional.empty(), Optional.empty());

  /** Whether something was typed that nothing can be found by. */
  public static boolean isVain(String text) {
    return !text.isBlank() && SearchWords.of(text).isEmpty();
  }

  public OperationFilter about(String text) {
    return new OperationFilter(SearchWords.of(text), since, until);
  }

  public OperationFilter since(Instant at) {
    return new OperationFilter(words, Optional.of(at), until);
  }

  public OperationFilter until(Instant at) {
    return new OperationFilter(words, since, Optional.of(at));
  }

  public boolean isOfAll() {
    return equals(ALL);
  }
}
