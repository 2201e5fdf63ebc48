package dev.muster.bot.config.alerts;

import dev.muster.integrations.sources.mapping.JsonPath;
import dev.muster.integrations.sources.mapping.Mapping.Entries;
import dev.muster.integrations.sources.mapping.Words;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Node.Entry;
import dev.muster.runbooks.yaml.Node.Mapping;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads names with their texts; {@code *} stands for all members of an object. */
final class EntriesShape {

  private static final String WHOLE = "*";
  private static final Pattern NAME = Pattern.compile("\\S{1,200}");

  private EntriesShape() {}

  static Shape<Entries> entries(Shape<Words> text) {
    var name = Shapes.text("the name of a label", NAME);
    var named = Collected.named("names", name, _ -> text);
    return Shape.of(
        named::schema,
        (node, problems) -> {
          if (!(node instanceof Mapping(var place, var all))) {
            return named.read(node, problems).map(_ -> Entries.NONE);
          }
          var rest = all.stream().filter(entry -> !entry.name().equals(WHOLE)).toList();
          Optional<JsonPath> whole =
              all.stream()
                  .filter(entry -> entry.name().equals(WHOLE))
                  .map(Entry::value)
                  .findFirst()
                  .flatMap(value -> WordsShape.path().read(value, problems));
          return named
              .read(new Mapping(place, rest), problems)
              .map(texts -> new Entries(whole, texts));
        });
  }
}
