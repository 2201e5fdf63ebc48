package dev.muster.runbooks.expression;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a runbook, such as a text, a list or a mapping, in which {@code ${{ … }}} stands for
 * what an expression comes to: alone for the value itself, within a text for its words. Immutable
 * and thread-safe.
 */
public interface Template {

  /**
   * The value.
   *
   * @throws Unevaluable when one of its expressions comes to nothing
   */
  @Nullable Object fill(Map<String, ?> names);

  /** The first names of what it uses, such as {@code inputs} and {@code steps}. */
  Set<String> names();
}
