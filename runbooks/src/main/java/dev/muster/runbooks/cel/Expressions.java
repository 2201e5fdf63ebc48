package dev.muster.runbooks.cel;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known.Group;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes expressions of what is written, each checked against the names that may be used. Nothing of
 * CEL is loaded before the first one. Not thread-safe; what it makes is.
 */
public final class Expressions {

  private static final int LONGEST = 4_000;

  private final Group everything;
  private @Nullable Compiling compiling;

  /** Knows the types of all these names, whether or not each may be used everywhere. */
  public Expressions(Group everything) {
    this.everything = everything;
  }

  /** Checked against the names that may be used where it stands; each fault is told. */
  public Optional<Expression> expression(String source, Group here, Consumer<String> faults) {
    if (source.isBlank()) {
      faults.accept("an empty expression; write one such as `result.status == 200`");
      return Optional.empty();
    }
    if (source.length() > LONGEST) {
      faults.accept("an expression longer than " + LONGEST + " characters; make it shorter");
      return Optional.empty();
    }
    var known = compiling;
    if (known == null) {
      known = new Compiling(everything);
      compiling = known;
    }
    return known.compile(source, here, faults);
  }
}
