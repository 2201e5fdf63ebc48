package dev.muster.integrations.postgres.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What a PostgreSQL says of itself to whoever may log in. */
record Facts(Modes modes, Access access, Size size, Instant now) {

  /**
   * How it runs.
   *
   * @param isStandby whether it follows another one
   * @param isReadOnly whether transactions may write nothing
   * @param synchronousCommit {@code off}, {@code local}, {@code on} …
   */
  record Modes(
      boolean isStandby,
      boolean isReadOnly,
      boolean hasFsync,
      boolean hasFullPages,
      String synchronousCommit) {}

  /**
   * What we may do there.
   *
   * @param schema where tables are made; empty if there is none
   * @param strangers how many tables there are of others, which we cannot change, apart from those
   *     of extensions, which we need not
   */
  record Access(String user, String schema, boolean mayCreate, int strangers, String encoding) {}

  /** How large it is, and how many connections it still has. */
  record Size(String shown, int connections, int free) {}

  private static final String QUERY =
      """
      select
        pg_is_in_recovery() as standby,
        current_setting('transaction_read_only') = 'on' as read_only,
        current_setting('fsync') = 'on' as fsync,
        current_setting('full_page_writes') = 'on' as full_pages,
        current_setting('synchronous_commit') as synchronous_commit,
        current_user as login,
        coalesce(current_schema(), '') as home,
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as may_create,
        (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = current_schema() and c.relkind in ('r', 'p')
            and not pg_has_role(c.relowner, 'USAGE')
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
              and d.objid = c.oid and d.deptype = 'e')) as strangers,
        current_setting('server_encoding') as encoding,
        pg_size_pretty(pg_database_size(current_database())) as size,
        current_setting('max_connections')::int as connections,
        current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int
          - (select count(*) from pg_stat_activity where backend_type = 'client backend') as free,
        clock_timestamp() as now
      """;

  static Facts of(Handle handle) {
    return handle.createQuery(QUERY).map((row, _) -> read(row)).one();
  }

  private static Facts read(ResultSet row) throws SQLException {
    return new Facts(
        new Modes(
            row.getBoolean("standby"),
            row.getBoolean("read_only"),
            row.getBoolean("fsync"),
            row.getBoolean("full_pages"),
            row.getString("synchronous_commit")),
        new Access(
            row.getString("login"),
            row.getString("home"),
            row.getBoolean("may_create"),
            row.getInt("strangers"),
            row.getString("encoding")),
        new Size(row.getString("size"), row.getInt("connections"), row.getInt("free")),
        row.getTimestamp("now").toInstant());
  }
}
