package dev.muster.runbooks.cel;

import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known.Group;
import java.util.Optional;
import java.util.function.Consumer;

/** What making expressions needs of the library; by itself, so that it is loaded when needed. */
final class Compiling {

  private final CelCompiler compiler;

  Compiling(Group everything) {
    this.compiler = Cel.compiler(everything);
  }

  Optional<Expression> compile(String source, Group here, Consumer<String> faults) {
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
      var checked = compiler.check(parsed.getAst());
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
}
