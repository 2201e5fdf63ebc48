package dev.muster.bot.api;

import dev.muster.runbooks.text.NearestWords;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The path's and the query's parameters of one call, read on the event loop. */
record ApiCall(Map<String, String> path, Map<String, String> query) {

  static ApiCall of(RoutingContext context) {
    var query =
        context.queryParams().entries().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    return new ApiCall(Map.copyOf(context.pathParams()), query);
  }

  String id() {
    return path.getOrDefault("id", "");
  }

  /** Refuses what would otherwise be passed over, such as a filter that is misspelt. */
  ApiCall only(List<String> known) {
    for (var name : query.keySet()) {
      if (!known.contains(name)) {
        throw BadCall.invalid(unknown(name, known));
      }
    }
    return this;
  }

  private static String unknown(String name, List<String> known) {
    var near = NearestWords.nearest(name, known).stream().findFirst();
    var takes = known.isEmpty() ? "It takes none." : "It takes " + String.join(", ", known) + ".";
    return "There is no filter \""
        + name
        + "\" here."
        + near.map(word -> " Did you mean " + word + "?").orElse("")
        + " "
        + takes;
  }

  /** One of these words, in capitals or not. */
  Optional<String> oneOf(String name, List<String> words) {
    return text(name)
        .map(value ->
            words.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() ->
                    BadCall.invalid(
                        "%s: there is no \"%s\". It is one of %s."
                            .formatted(name, value, String.join(", ", words)))));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  Optional<Integer> number(String name, int least, int most) {
    return text(name)
        .map(value -> {
          if (value.matches("\\d{1,6}")) {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
              return number;
            }
          }
          throw BadCall.invalid(
              "%s must be a number from %d to %d, not \"%s\".".formatted(name, least, most, value));
        });
  }

  Optional<Instant> time(String name) {
    return text(name)
        .map(value -> {
          try {
            // A plus that was not written as %2B arrives as a space.
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
          } catch (DateTimeException e) {
            throw BadCall.invalid(
                name + " must be a time with its offset, such as 2026-11-21T14:32:00+03:00.");
          }
        });
  }
}
