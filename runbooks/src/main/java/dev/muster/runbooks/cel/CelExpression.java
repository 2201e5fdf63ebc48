package dev.muster.runbooks.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.muster.runbooks.cel.Budget.Exhausted;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Unevaluable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression, compiled once. */
record CelExpression(String source, Set<String> paths, CelRuntime.Program program)
    implements Expression {

  @Override
  public @Nullable Object value(Map<String, ?> names) {
    try {
      var value = program.trace(Values.theirs(names), new Budget());
      if (value instanceof CelUnknownSet) {
        throw nothing("what it looks at is not known yet");
      }
      Budget.keepSmall(value);
      return Values.ours(value);
    } catch (Exhausted e) {
      throw nothing(e.getMessage());
    } catch (CelEvaluationException e) {
      throw nothing(RunWords.of(e, source));
    } catch (StackOverflowError _) {
      throw nothing("what it looks at is nested too deep");
    }
  }

  @Override
  public String toString() {
    return source;
  }

  private Unevaluable nothing(@Nullable String why) {
    return new Unevaluable("`" + source + "` comes to nothing: " + why);
  }
}
