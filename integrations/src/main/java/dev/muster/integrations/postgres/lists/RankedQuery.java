package dev.muster.integrations.postgres.lists;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.store.Ranked;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Rows with a severity, the worst first, some of them and how many there are in all. The query is
 * made with {@link #sql}, and what its conditions name is bound to it.
 *
 * @param from how many of the worst are left out
 * @param most how many are wanted
 */
public record RankedQuery(int from, int most) {

  /** By which rows with a {@code severity_level} are ordered, the worst first. */
  public static final String WORST =
      Arrays.stream(CanonicalSeverity.values())
          .map(level -> "'" + level + "'")
          .collect(Collectors.joining(", ", "array_position(array[", "], severity_level)"));

  /** Those that are equally bad stand by {@code then}. */
  public static String sql(String table, String where, String then) {
    return """
    select *, count(*) over () as total from %s %s order by %s, %s limit :most offset :from
    """
        .formatted(table, where, WORST, then);
  }

  public <T> Ranked<T> ask(Query query, RowMapper<T> mapper) {
    var total = new AtomicLong();
    var found =
        query
            .bind("most", most)
            .bind("from", from)
            .map((row, context) -> {
              total.set(row.getLong("total"));
              return mapper.map(row, context);
            })
            .list();
    return new Ranked<>(found, total.get());
  }
}
