package dev.muster.integrations.postgres.kind.look;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * {@code postgres/missing-indexes}: columns that an index might help: many distinct values, in no
 * order, and none of the indexes there are begins with them; and foreign keys without an index,
 * which make each deletion on the other side read the whole table.
 */
public final class MissingIndexes implements Look {

  /** A negative {@code n_distinct} is a share of the rows. */
  private static final String COLUMNS =
      """
      with candidates as (
        select c.oid, s.schemaname::text as schema, s.tablename::text as table,
          s.attname::text as column, s.correlation, c.reltuples::bigint as rows,
          (case when s.n_distinct < 0 then -s.n_distinct * c.reltuples else s.n_distinct end)::bigint
            as distinct
        from pg_stats s
          join pg_namespace n on n.nspname = s.schemaname
          join pg_class c on c.relnamespace = n.oid and c.relname = s.tablename
        where s.schemaname = ? and not s.inherited)
      select k.schema, k.table, k.column, k.distinct, k.correlation, k.rows,
        coalesce(u.seq_scan, 0) as "sequentialScans", coalesce(u.seq_tup_read, 0) as "rowsRead"
      from candidates k
        join pg_attribute a on a.attrelid = k.oid and a.attname = k.column
        left join pg_stat_all_tables u on u.relid = k.oid
      where k.distinct > ? and abs(k.correlation) < ?
        and not exists (
          select from pg_index i where i.indrelid = k.oid and i.indisvalid and i.indkey[0] = a.attnum)
      order by "rowsRead" desc, k.rows desc
      limit 50
      """;

  private static final String FOREIGN_KEYS =
      """
      select n.nspname::text as schema, c.relname::text as table, f.conname::text as constraint,
        (select string_agg(a.attname, ', ' order by k.i) from unnest(f.conkey) with ordinality k(no, i)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.no) as column,
        greatest(c.reltuples, 0)::bigint as rows
      from pg_constraint f
        join pg_class c on c.oid = f.conrelid
        join pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and n.nspname = ?
        and not exists (
          select from pg_index i where i.indrelid = c.oid and i.indisvalid and i.indpred is null
            and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)
      order by rows desc
      limit 50
      """;

  @Override
  public String name() {
    return "postgres/missing-indexes";
  }

  @Override
  public String about() {
    return "Lists columns that an index might help, by the planner's statistics, and foreign keys"
        + " without an index; answers columns, foreignKeys and count. Run postgres/analyze before"
        + " where statistics are old.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        SCHEMA,
        Parameter.optional("distinct", Parameter.Type.NUMBER, "More distinct values than: 1000.")
            .otherwise(100L),
        Parameter.optional(
                "correlation",
                Parameter.Type.NUMBER,
                "Stored in less order than (1 is sorted): 0.2.")
            .otherwise(0.1));
  }

  @Override
  public String looking() {
    return "look for missing indexes in";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    var schema = with.text("schema");
    var correlation = ((Number) with.values().getOrDefault("correlation", 0.1)).doubleValue();
    var columns = session.rows(COLUMNS, schema, with.number("distinct"), correlation);
    var keys = session.rows(FOREIGN_KEYS, schema);
    columns.forEach(row -> attempt.output().line("column " + line(row)));
    keys.forEach(row -> attempt.output().line("foreign key " + line(row)));
    return new Outcome.Done(
        Map.of(
            "columns", columns.stream().map(Row::values).toList(),
            "foreignKeys", keys.stream().map(Row::values).toList(),
            "count", (long) columns.size() + keys.size()),
        "%s, %s"
            .formatted(
                count(columns.size(), "column", "columns"),
                count(keys.size(), "foreign key", "foreign keys")));
  }

  private static String line(Row row) {
    return "%s.%s(%s), about %d rows"
        .formatted(row.text("schema"), row.text("table"), row.text("column"), row.number("rows"));
  }
}
