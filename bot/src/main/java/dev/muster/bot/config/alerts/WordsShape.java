package dev.muster.bot.config.alerts;

import dev.muster.integrations.sources.mapping.JsonPath;
import dev.muster.integrations.sources.mapping.JsonPath.BadPath;
import dev.muster.integrations.sources.mapping.Words;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node;
import dev.muster.runbooks.yaml.Problems;
import java.util.Optional;
import java.util.function.Function;

/** Reads paths into a body, and texts with paths in braces. */
final class WordsShape {

  private WordsShape() {}

  /** A path. */
  static Shape<JsonPath> path() {
    return parsed(JsonPath::parse);
  }

  /** A text, or several of which the first counts that says something. */
  static Shape<Words> words() {
    return Collected.oneOrMore("texts or paths", parsed(Words::of))
        .map(choices ->
            new Words(choices.stream().flatMap(words -> words.choices().stream()).toList()));
  }

  private static <T> Shape<T> parsed(Function<String, T> parser) {
    var text = Shapes.text();
    return Shape.of(
        text::schema,
        (node, problems) ->
            text.read(node, problems).flatMap(read -> parse(read, parser, node, problems)));
  }

  private static <T> Optional<T> parse(
      String text, Function<String, T> parser, Node node, Problems problems) {
    try {
      return Optional.of(parser.apply(text));
    } catch (BadPath bad) {
      problems.add(
          node.place(),
          "%s is no path such as $.alert.name: %s"
              .formatted(dev.muster.runbooks.yaml.Words.quoted(text), bad.getMessage()));
      return Optional.empty();
    }
  }
}
