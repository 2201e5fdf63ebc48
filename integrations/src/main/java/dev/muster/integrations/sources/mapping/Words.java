package dev.muster.integrations.sources.mapping;

import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.mapping.JsonPath.BadPath;
import dev.muster.integrations.sources.mapping.JsonPath.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a text of an alert comes from: the first of several that says something. Each is a path, or
 * a text of its own with paths in braces, which says something when all of its paths do. Immutable.
 */
public record Words(List<Template> choices) {

  public static final Words NONE = new Words(List.of());

  public Words {
    choices = List.copyOf(choices);
  }

  /**
   * Reads each text.
   *
   * @throws BadPath when there is a path in it that is none
   */
  public static Words of(String... texts) {
    return new Words(Stream.of(texts).map(Template::parse).toList());
  }

  /** Neither null nor blank, without blanks around it. */
  Optional<String> in(Scope scope) {
    return choices.stream().flatMap(choice -> choice.fill(scope).stream()).findFirst();
  }

  /** The place of what says it, for a fault; empty where the text is put together. */
  Optional<String> pointer(Scope scope) {
    return choices.stream()
        .filter(choice -> choice.fill(scope).isPresent())
        .findFirst()
        .filter(choice -> choice.parts().size() == 1)
        .flatMap(choice -> choice.parts().getFirst().pointer(scope));
  }

  /** Literal text and paths, one after the other. */
  public record Template(List<Part> parts) {

    public Template {
      parts = List.copyOf(parts);
    }

    static Template parse(String text) {
      if (text.startsWith("$")) {
        return new Template(List.of(new Part.Path(JsonPath.parse(text))));
      }
      var parts = new ArrayList<Part>();
      var from = 0;
      for (var open = text.indexOf("{$"); open >= 0; open = text.indexOf("{$", from)) {
        var close = text.indexOf('}', open);
        if (close < 0) {
          throw new BadPath("the brace at character " + (open + 1) + " is not closed");
        }
        parts.add(new Part.Literal(text.substring(from, open)));
        parts.add(new Part.Path(JsonPath.parse(text.substring(open + 1, close))));
        from = close + 1;
      }
      parts.add(new Part.Literal(text.substring(from)));
      return new Template(parts);
    }

    Optional<String> fill(Scope scope) {
      var text = new StringBuilder();
      for (var part : parts) {
        var said = part.in(scope);
        if (said.isEmpty()) {
          return Optional.empty();
        }
        text.append(said.get());
      }
      return Optional.of(text.toString().strip()).filter(filled -> !filled.isEmpty());
    }
  }

  /** A piece of a text. */
  public sealed interface Part {

    Optional<String> in(Scope scope);

    default Optional<String> pointer(Scope scope) {
      return Optional.empty();
    }

    record Literal(String text) implements Part {
      @Override
      public Optional<String> in(Scope scope) {
        return Optional.of(text);
      }
    }

    /** Texts, numbers and booleans; several are listed with commas. */
    record Path(JsonPath path) implements Part {
      @Override
      public Optional<String> in(Scope scope) {
        var said =
            path.in(scope).stream()
                .map(JsonPath.Found::value)
                .filter(Path::isSingle)
                .map(Json::asText)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        return Optional.of(said).filter(text -> !text.isEmpty());
      }

      @Override
      public Optional<String> pointer(Scope scope) {
        return path.one(scope).map(JsonPath.Found::pointer);
      }

      private static boolean isSingle(Json value) {
        return !(value instanceof Json.Fields || value instanceof Json.Items)
            && value != Json.Word.NULL;
      }
    }
  }
}
