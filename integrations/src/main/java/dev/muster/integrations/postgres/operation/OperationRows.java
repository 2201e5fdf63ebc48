package dev.muster.integrations.postgres.operation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Account;
import dev.muster.commands.operation.Account.Part;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationId;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Entries of the operation log as rows. */
final class OperationRows {

  private OperationRows() {}

  /** Without what was added to it. */
  static Operation read(ResultSet row) throws SQLException {
    var account =
        new Account(
            Rows.instant(row, "began_at"),
            Rows.optionalLong(row, "took_ms").map(Duration::ofMillis),
            row.getString("what"),
            row.getString("reason"),
            row.getString("impact"),
            row.getString("issues"),
            row.getString("follow_up"));
    var entry =
        new Entry(
            account,
            new Who(row.getString("by_person"), row.getString("by_name")),
            Rows.instant(row, "written_at"),
            Rows.optionalLong(row, "run_id").map(RunId::new),
            Rows.optionalLong(row, "incident_id").map(IncidentId::new));
    return new Operation(new OperationId(row.getLong("id")), entry, List.of());
  }

  /** The same with what was added to them. */
  static List<Operation> withAddenda(Handle handle, List<Operation> found) {
    if (found.isEmpty()) {
      return found;
    }
    var added = addenda(handle, found.stream().map(one -> one.id().value()).toArray(Long[]::new));
    return found.stream()
        .map(one ->
            new Operation(one.id(), one.entry(), added.getOrDefault(one.id().value(), List.of())))
        .toList();
  }

  private static Map<Long, List<Addendum>> addenda(Handle handle, Long[] ids) {
    return handle
        .createQuery(
            """
            select * from operation_addendum where operation_id = any(:ids)
            order by operation_id, number
            """)
        .bind("ids", ids)
        .map((row, _) -> Map.entry(row.getLong("operation_id"), addendum(row)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Addendum addendum(ResultSet row) throws SQLException {
    var word = row.getString("part");
    var part =
        Arrays.stream(Part.values()).filter(it -> it.word().equals(word)).findFirst().orElseThrow();
    var by = new Who(row.getString("by_person"), row.getString("by_name"));
    return new Addendum(part, row.getString("text"), by, Rows.instant(row, "at"));
  }
}
