package dev.muster.integrations.postgres;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array a column, for {@code insert … select … from unnest(…)}: a statement
 * that is the same for any number of rows, planned once and sent in one go. Times and JSON travel
 * as text and are cast there.
 */
public final class Columns<T> {

  private final List<T> rows;

  public Columns(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  /** A single value, the same for all rows. */
  public static Argument text(String value) {
    return (position, statement, _) -> statement.setString(position, value);
  }

  public Argument texts(Function<T, @Nullable String> column) {
    return array("text", column, String[]::new);
  }

  public Argument optionalTexts(Function<T, Optional<String>> column) {
    return texts(row -> column.apply(row).orElse(null));
  }

  public Argument longs(Function<T, @Nullable Long> column) {
    return array("bigint", column, Long[]::new);
  }

  public Argument ints(Function<T, Integer> column) {
    return array("int", column, Integer[]::new);
  }

  public Argument booleans(Function<T, Boolean> column) {
    return array("boolean", column, Boolean[]::new);
  }

  public Argument bytes(Function<T, byte[]> column) {
    return array("bytea", column, byte[][]::new);
  }

  public Argument times(Function<T, Instant> column) {
    return texts(row -> column.apply(row).toString());
  }

  public Argument optionalTimes(Function<T, Optional<Instant>> column) {
    return optionalTexts(row -> column.apply(row).map(Instant::toString));
  }

  private <V extends @Nullable Object> Argument array(
      String type, Function<T, V> column, IntFunction<V[]> generator) {
    var values = generator.apply(rows.size());
    for (var i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return (position, statement, _) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
  }
}
