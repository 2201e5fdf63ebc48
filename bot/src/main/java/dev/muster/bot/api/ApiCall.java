package dev.muster.bot.api;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
