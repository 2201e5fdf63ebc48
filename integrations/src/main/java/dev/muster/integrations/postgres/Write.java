package dev.muster.integrations.postgres;

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
  public static void sendTogether(Handle handle, Collection<Write> writes) {
    if (writes.isEmpty()) {
      return;
    }
    var parameters = new HashMap<String, Argument>();
    writes.forEach(write -> parameters.putAll(write.parameters()));
    var sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
    handle.createUpdate(sql).bindMap(parameters).execute();
  }
}
