package dev.muster.runbooks.cel;

import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
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
  private @Nullable CelCompiler compiler;

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
    return compiled(source, here, faults);
  }

  /** Whether it can be read at all, whatever its names are: for what is checked only later. */
  public static boolean isReadable(String source, Consumer<String> faults) {
    var parsed = Cel.parse(source);
    parsed.getErrors().stream().limit(1).map(CheckerWords::of).forEach(faults);
    return !parsed.hasError();
  }

  private Optional<Expression> compiled(String source, Group here, Consumer<String> faults) {
    var parsed = Cel.parse(source);
    if (parsed.hasError()) {
      faults.accept(CheckerWords.of(parsed.getErrors().getFirst()));
      return Optional.empty();
    }
    try {
      var uses = Uses.in(parsed.getAst().getExpr(), here);
      if (!uses.faults().isEmpty()) {
        uses.faults().forEach(faults);
        return Optional.empty();
      }
      var checked = compiler().check(parsed.getAst());
      if (checked.hasError()) {
        checked.getErrors().stream().map(CheckerWords::of).distinct().forEach(faults);
        return Optional.empty();
      }
      return Optional.of(Cel.program(source, uses.paths(), checked.getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      faults.accept("an expression that cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private CelCompiler compiler() {
    var known = compiler;
    if (known == null) {
      known = Cel.compiler(everything);
      compiler = known;
    }
    return known;
  }
}
