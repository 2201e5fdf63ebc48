package dev.muster.integrations.postgres.kind.change;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Table;
import dev.muster.runbooks.kind.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What concurrent work on a table's indexes is doing, and what it has left behind. */
record IndexWork(Session session, Table table) {

  private static final String RUNNING =
      """
      select pid, command, phase from pg_stat_progress_create_index
      where relid = ? and datname = current_database() and pid <> pg_backend_pid()
      """;

  /** One that is being built is not valid either, so look for {@link #running} first. */
  private static final String INVALID =
      """
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_index i join pg_class c on c.oid = i.indexrelid
        join pg_namespace n on n.oid = c.relnamespace
      where i.indrelid = ? and not i.indisvalid
      order by 1
      """;

  /** Who works on them, in words. */
  Optional<String> running() throws SQLException {
    return session.rows(RUNNING, table.oid()).stream()
        .map(row ->
            "%s, pid %d, %s".formatted(row.text("command"), row.number("pid"), row.text("phase")))
        .findFirst();
  }

  /** Each costs with every write and is of no use. */
  List<String> invalid() throws SQLException {
    return session.rows(INVALID, table.oid()).stream().map(IndexWork::name).toList();
  }

  /** Why nothing else can be built there now; empty where it can. */
  Optional<Outcome> busy() throws SQLException {
    return running()
        .map(work ->
            new Outcome.Failed(
                "in-progress",
                "An index of %s is being built already (%s). Wait for it to end."
                    .formatted(table.name(), work)));
  }

  /**
   * What comes of a command that PostgreSQL ended with an error.
   *
   * @param what did not come about: {@code idx_orders was not built}
   * @throws SQLException the same where the connection is lost, and nobody knows how it ended
   */
  Outcome ended(SQLException error, String what) throws SQLException {
    if (session.isLost(error)) {
      throw error;
    }
    return new Outcome.Failed(
        DatabaseKind.isCancelled(error) ? "timeout" : "sql",
        "%s: %s.%s".formatted(what, DatabaseKind.said(error), leftover(invalid())));
  }

  /** How to be rid of what was left; empty where there is nothing. */
  static String leftover(List<String> invalid) {
    return invalid.isEmpty()
        ? ""
        : " Left invalid: %s. Every write pays for it: drop index concurrently %s;"
            .formatted(String.join(", ", invalid), invalid.getFirst());
  }

  private static String name(Row row) {
    return row.text("name");
  }
}
