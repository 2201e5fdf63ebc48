package dev.muster.runbooks.expression;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  default @Nullable Object fill(Map<String, ?> names) {
    return fill(
        names,
        nothing -> {
          throw nothing;
        });
  }

  /**
   * The same, where within a text something may stand in place of an expression that comes to
   * nothing. One that stands alone has no such place.
   *
   * @throws Unevaluable when one comes to nothing that stands alone, or what {@code gap} throws
   */
  @Nullable Object fill(Map<String, ?> names, Function<Unevaluable, String> gap);

  /** What its expressions use: {@code inputs.replica}, {@code steps.go.duration}. */
  Set<String> paths();

  /** The first names of what it uses, such as {@code inputs} and {@code steps}. */
  default Set<String> names() {
    return paths().stream()
        .map(path -> path.contains(".") ? path.substring(0, path.indexOf('.')) : path)
        .collect(Collectors.toUnmodifiableSet());
  }
}
