package dev.muster.integrations.postgres.kind.session;

import java.sql.SQLException;

/**
 * A table or an index that is there.
 *
 * @param name with its schema, as PostgreSQL quotes it
 */
public record Table(long oid, String name, String schema, String plain) {

  /** Found as it is written, or as PostgreSQL would read it in a statement. */
  private static final String SQL =
      """
      select c.oid, format('%I.%I', n.nspname, c.relname) as name,
        n.nspname::text as schema, c.relname::text as plain
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where (c.oid = case when ? ~ '^("[^"]+"|[A-Za-z_][A-Za-z_0-9$]*)([.]("[^"]+"|[A-Za-z_][A-Za-z_0-9$]*))?$'
          then to_regclass(?) end
        or c.relname = ? and pg_table_is_visible(c.oid))
        and c.relkind = any (?)
      limit 1
      """;

  /** One that has rows of its own or parts that do. */
  public static Table table(Session session, String name) throws SQLException {
    return find(session, name, "table", "{r,p,m}");
  }

  public static Table index(Session session, String name) throws SQLException {
    return find(session, name, "index", "{i,I}");
  }

  private static Table find(Session session, String name, String what, String kinds)
      throws SQLException {
    var rows = session.rows(SQL, name, name, name, kinds);
    if (rows.isEmpty()) {
      throw new RefusedException(
          "no-" + what,
          "There is no %s %s in %s. Write it with its schema where that is not in the search path."
              .formatted(what, name, session.target()));
    }
    var row = rows.getFirst();
    return new Table(row.number("oid"), row.text("name"), row.text("schema"), row.text("plain"));
  }
}
