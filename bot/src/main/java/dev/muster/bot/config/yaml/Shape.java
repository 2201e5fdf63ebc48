package dev.muster.bot.config.yaml;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a value is read from a node: the value, or nothing after the problems were told why. What was
 * read beside a problem may hold placeholders and must not be used.
 */
@FunctionalInterface
public interface Shape<T> {

  Optional<T> read(Node node, Problems problems);

  default <U> Shape<U> map(Function<T, U> change) {
    return (node, problems) -> read(node, problems).map(change);
  }

  /** Only values that pass the rule; the others are told with these words. */
  default Shape<T> where(Predicate<T> rule, Function<T, String> otherwise) {
    return (node, problems) -> {
      var value = read(node, problems);
      var passed = value.filter(rule);
      if (value.isPresent() && passed.isEmpty()) {
        problems.add(node.place(), otherwise.apply(value.get()));
      }
      return passed;
    };
  }

  /** The same value together with its place, for rules that compare values with one another. */
  default Shape<Located<T>> located() {
    return (node, problems) ->
        read(node, problems).map(value -> new Located<>(value, node.place()));
  }

  /** A value and where it stands. */
  record Located<T>(T value, Place place) {}
}
