package dev.muster.integrations.postgres.kind.session;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row by the names of its columns, as expressions see it. Immutable. */
public record Row(Map<String, Object> values) {

  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Nothing is an empty text. */
  public String text(String column) {
    return values.get(column) == null ? "" : String.valueOf(values.get(column));
  }

  /** Nothing is 0. */
  public long number(String column) {
    return values.get(column) instanceof Number number ? number.longValue() : 0;
  }

  public boolean isTrue(String column) {
    return Boolean.TRUE.equals(values.get(column));
  }

  public boolean isThere(String column) {
    return values.get(column) != null;
  }

  /** Nothing is no time at all. */
  public Duration duration(String column) {
    return values.get(column) instanceof Duration time ? time : Duration.ZERO;
  }
}
