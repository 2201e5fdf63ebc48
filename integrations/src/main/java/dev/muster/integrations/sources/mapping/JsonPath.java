package dev.muster.integrations.sources.mapping;

import dev.muster.integrations.sources.body.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A way into a body, in JSONPath (RFC 9535) as far as it says where something is: names, indexes
 * (from the end too) and {@code [*]}. It begins with {@code $}, the body or the alert's part of it,
 * or with {@code $$}, always the body. Immutable.
 */
public record JsonPath(boolean fromTop, List<Step> steps) {

  public JsonPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the text.
   *
   * @throws BadPath when it is no such path
   */
  public static JsonPath parse(String text) {
    return new PathReader(text).path();
  }

  /** One step down. */
  public sealed interface Step {

    Stream<Found> from(Found found);

    record Name(String name) implements Step {
      @Override
      public Stream<Found> from(Found found) {
        return found.value() instanceof Json.Fields fields && fields.values().containsKey(name)
            ? Stream.of(found.down(name, fields.get(name)))
            : Stream.empty();
      }
    }

    /** Negative counts from the end. */
    record Index(int index) implements Step {
      @Override
      public Stream<Found> from(Found found) {
        if (!(found.value() instanceof Json.Items(var items))) {
          return Stream.empty();
        }
        var at = index < 0 ? items.size() + index : index;
        return at >= 0 && at < items.size()
            ? Stream.of(found.down(Integer.toString(at), items.get(at)))
            : Stream.empty();
      }
    }

    /** Every item, or every member. */
    record All() implements Step {
      @Override
      public Stream<Found> from(Found found) {
        return switch (found.value()) {
          case Json.Items(var items) ->
              IntStream.range(0, items.size())
                  .mapToObj(at -> found.down(Integer.toString(at), items.get(at)));
          case Json.Fields(var fields) ->
              fields.entrySet().stream().map(field -> found.down(field.getKey(), field.getValue()));
          case Json.Text _, Json.Number _, Json.Word _ -> Stream.empty();
        };
      }
    }
  }

  /** A value and the JSON pointer (RFC 6901) to it. */
  public record Found(Json value, String pointer) {
    Found down(String name, Json inner) {
      return new Found(inner, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }
  }

  /** Where it leads; nowhere is no fault. */
  public List<Found> in(Scope scope) {
    var found = Stream.of(fromTop ? scope.top() : scope.here());
    for (var step : steps) {
      found = found.flatMap(step::from);
    }
    return found.toList();
  }

  /** The single value there; a null is none. */
  Optional<Found> one(Scope scope) {
    var found = in(scope).stream().filter(it -> it.value() != Json.Word.NULL).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Without the {@code [*]} at its end. */
  JsonPath toList() {
    return !steps.isEmpty() && steps.getLast() instanceof Step.All
        ? new JsonPath(fromTop, steps.subList(0, steps.size() - 1))
        : this;
  }

  /** The body, and the part of it that one alert is read from. */
  public record Scope(Found top, Found here) {
    static Scope of(Json body) {
      var top = new Found(body, "");
      return new Scope(top, top);
    }

    Scope at(Found part) {
      return new Scope(top, part);
    }
  }

  /** A text that is no path; the message says why and where. */
  public static final class BadPath extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadPath(String message) {
      super(message);
    }
  }
}
