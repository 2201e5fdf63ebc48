package dev.muster.runbooks.shape;

import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Place;
import dev.muster.runbooks.yaml.Problems;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How a value is read from a node: the value, or nothing after the problems were told why. What was
 * read beside a problem may hold placeholders and must not be used. The same declaration says what
 * editors may know of it.
 */
public interface Shape<T> {

  Optional<T> read(Node node, Problems problems);

  Schema schema();

  /** The act of reading alone. */
  @FunctionalInterface
  interface Reading<T> {
    Optional<T> read(Node node, Problems problems);
  }

  /** The schema is asked for only when somebody wants it. */
  static <T> Shape<T> of(Supplier<Schema> schema, Reading<T> reading) {
    return new Shape<>() {
      @Override
      public Optional<T> read(Node node, Problems problems) {
        return reading.read(node, problems);
      }

      @Override
      public Schema schema() {
        return schema.get();
      }
    };
  }

  default <U> Shape<U> map(Function<T, U> change) {
    return of(this::schema, (node, problems) -> read(node, problems).map(change));
  }

  /** Only values that pass the rule; the others are told with these words. */
  default Shape<T> where(Predicate<T> rule, Function<T, String> otherwise) {
    return of(
        this::schema,
        (node, problems) -> {
          var value = read(node, problems);
          var passed = value.filter(rule);
          if (value.isPresent() && passed.isEmpty()) {
            problems.add(node.place(), otherwise.apply(value.get()));
          }
          return passed;
        });
  }

  /** The same value together with its place, for rules that compare values with one another. */
  default Shape<Located<T>> located() {
    return of(
        this::schema,
        (node, problems) -> read(node, problems).map(value -> new Located<>(value, node.place())));
  }

  /** With what an editor shows of it. */
  default Shape<T> about(String text) {
    return of(() -> schema().about(text), this::read);
  }

  /** Reads as before and shows this to editors. */
  default Shape<T> shownAs(Supplier<Schema> schema) {
    return of(schema, this::read);
  }

  /** A value and where it stands. */
  record Located<T>(T value, Place place) {}
}
