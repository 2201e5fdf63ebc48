package dev.muster.integrations.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * One statement that writes, and its parameters, to be sent alone or together with others.
 *
 * @param sql whose parameters are named as in no other write that it may be sent with
 */
public record Write(String sql, Map<String, Argument> parameters) {

  public Write {
    parameters = Map.copyOf(parameters);
  }

  public int send(Handle handle) {
    return handle.createUpdate(sql).bindMap(parameters).execute();
  }

  /**
   * Sends all of them, in their order and in one round trip. Each sees what those before it wrote.
   */
  public static int sendTogether(Handle handle, Collection<Write> writes) {
    return writes.isEmpty()
        ? 0
        : handle.createUpdate(sql(writes)).bindMap(parameters(writes)).execute();
  }

  /** The same; answers the number that the last one selects. */
  static long sendAndCount(Handle handle, Collection<Write> writes) {
    return handle
        .createQuery(sql(writes))
        .bindMap(parameters(writes))
        .execute((executed, context) -> {
          try (context) {
            return lastNumber(executed.get());
          }
        });
  }

  private static String sql(Collection<Write> writes) {
    return writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
  }

  private static Map<String, Argument> parameters(Collection<Write> writes) {
    var parameters = new HashMap<String, Argument>();
    writes.forEach(write -> parameters.putAll(write.parameters()));
    return parameters;
  }

  private static long lastNumber(PreparedStatement executed) throws SQLException {
    var number = 0L;
    do {
      var rows = executed.getResultSet();
      if (rows != null && rows.next()) {
        number = rows.getLong(1);
      }
    } while (executed.getMoreResults() || executed.getUpdateCount() != -1);
    return number;
  }
}
