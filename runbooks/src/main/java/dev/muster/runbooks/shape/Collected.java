package dev.muster.runbooks.shape;

import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Node.Mapping;
import dev.muster.runbooks.yaml.Node.Sequence;
import dev.muster.runbooks.yaml.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The shapes of lists and of mappings with names of our own. Stateless and thread-safe. */
public final class Collected {

  private static final String SOME_NAME = "name";

  private Collected() {}

  /** What stands in the list and can be read, in its order. */
  public static <T> Shape<List<T>> list(String what, Shape<T> element) {
    return Shape.of(
        () -> Schema.listOf(element.schema()),
        (node, problems) -> {
          if (node instanceof Sequence(_, var items)) {
            return Optional.of(
                items.stream().flatMap(item -> element.read(item, problems).stream()).toList());
          }
          problems.add(node.place(), Words.expected("a list of " + what, node));
          return Optional.empty();
        });
  }

  /** A list, or one element without the brackets; not empty. */
  public static <T> Shape<List<T>> oneOrMore(String what, Shape<T> element) {
    var list = atLeastOne(what, list(what, element));
    return Shape.of(
        () -> Schema.either(element.schema(), list.schema()),
        (node, problems) ->
            node instanceof Sequence
                ? list.read(node, problems)
                : element.read(node, problems).map(List::of));
  }

  /** Refuses an empty list or mapping. */
  public static <T> Shape<T> atLeastOne(String what, Shape<T> shape) {
    return atLeastOne(what, "at least one is needed", shape);
  }

  /** The same with advice of one's own. */
  public static <T> Shape<T> atLeastOne(String what, String advice, Shape<T> shape) {
    return Shape.of(
        () -> shape.schema().notEmpty(),
        (node, problems) -> {
          if (isEmpty(node)) {
            problems.add(node.place(), "no " + what + " here; " + advice);
          }
          return shape.read(node, problems);
        });
  }

  /** Names of our own and their values; the shape of a value may depend on its name. */
  public static <T> Shape<Map<String, T>> named(String what, Function<String, Shape<T>> shapeOf) {
    return named(what, Shapes.word(), shapeOf);
  }

  public static <T> Shape<Map<String, T>> named(
      String what, Shape<String> name, Function<String, Shape<T>> shapeOf) {
    return Shape.of(
        () -> Schema.named(name.schema(), shapeOf.apply(SOME_NAME).schema()),
        (node, problems) -> {
          if (!(node instanceof Mapping(_, var entries))) {
            problems.add(node.place(), Words.expected(what + " (lines `name: …`)", node));
            return Optional.empty();
          }
          var read = new LinkedHashMap<String, T>();
          for (var entry : entries) {
            name.read(entry.key(), problems);
            var value = shapeOf.apply(entry.name()).read(entry.value(), problems);
            value.ifPresent(known -> read.put(entry.name(), known));
          }
          return Optional.of(read);
        });
  }

  private static boolean isEmpty(Node node) {
    return switch (node) {
      case Sequence(_, var items) -> items.isEmpty();
      case Mapping(_, var entries) -> entries.isEmpty();
      case Node.Scalar _ -> false;
    };
  }
}
