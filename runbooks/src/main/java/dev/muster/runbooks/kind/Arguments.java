package dev.muster.runbooks.kind;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step is given, after its expressions were computed and everything that was left out has
 * its fallback. Checked against the kind's parameters before: asking for what has the wrong type is
 * a bug. Immutable.
 */
public record Arguments(Map<String, Object> values) {

  public static final Arguments NONE = new Arguments(Map.of());

  public Arguments {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String text(String name) {
    return as(name, String.class);
  }

  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public long number(String name) {
    return as(name, Number.class).longValue();
  }

  public boolean isTrue(String name) {
    return has(name) && as(name, Boolean.class);
  }

  public Duration duration(String name) {
    return as(name, Duration.class);
  }

  public List<?> list(String name) {
    return has(name) ? as(name, List.class) : List.of();
  }

  public Map<?, ?> map(String name) {
    return has(name) ? as(name, Map.class) : Map.of();
  }

  private <T> T as(String name, Class<T> type) {
    var value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(name + " is not there as " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
