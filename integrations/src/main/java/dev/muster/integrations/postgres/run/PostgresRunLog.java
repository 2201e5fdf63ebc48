package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What is logged of runs, in PostgreSQL. Thread-safe. */
public final class PostgresRunLog implements RunLog {

  private final Database database;

  public PostgresRunLog(Database database) {
    this.database = database;
  }

  @Override
  public void append(RunId run, List<Line> lines) {
    var rows = new Columns<>(lines);
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into run_log (run_id, at, is_event, path, text)
                select :run, cast(at as timestamptz), is_event, path, text
                from unnest(:times, :events, :paths, :texts) with ordinality
                  as line (at, is_event, path, text, position)
                order by position
                """)
            .bind("run", run.value())
            .bind("times", rows.times(Line::at))
            .bind("events", rows.booleans(line -> line.source() == Source.EVENT))
            .bind("paths", rows.texts(Line::path))
            .bind("texts", rows.texts(line -> line.text().replace("\0", "")))
            .execute());
  }

  @Override
  public Size size(RunId run, String path) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select coalesce(sum(length(text)), 0) as characters,
                  count(*) filter (where path = :path) as lines
                from run_log where run_id = :run
                """)
            .bind("run", run.value())
            .bind("path", path)
            .map((row, _) -> new Size(row.getLong("characters"), row.getLong("lines")))
            .one());
  }

  /** What stands before the page is counted in the index alone: lines are long. */
  @Override
  public List<Numbered> page(RunId run, long after, int limit) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select line.*, number from (
                  select id, row_number() over (order by id) as number
                  from run_log where run_id = :run order by id offset :after limit :limit
                ) page
                join run_log line on line.run_id = :run and line.id = page.id
                order by number
                """)
            .bind("run", run.value())
            .bind("after", after)
            .bind("limit", limit)
            .map((row, _) -> numbered(row))
            .list());
  }

  /** Looked for from the end, as most pages are the last one. */
  @Override
  public List<Numbered> last(RunId run, long before, int limit) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                with whole as (select count(*) as lines from run_log where run_id = :run)
                select line.*, number from (
                  select id, (select lines from whole) + 1 - row_number() over (order by id desc)
                    as number
                  from run_log where run_id = :run order by id desc
                  offset (select greatest(lines + 1 - :before, 0) from whole) limit :limit
                ) page
                join run_log line on line.run_id = :run and line.id = page.id
                order by number
                """)
            .bind("run", run.value())
            .bind("before", before)
            .bind("limit", limit)
            .map((row, _) -> numbered(row))
            .list());
  }

  @Override
  public List<Line> tail(RunId run, int limit) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select * from (
                  select * from run_log where run_id = :run and not is_event
                  order by id desc limit :limit
                ) last order by id
                """)
            .bind("run", run.value())
            .bind("limit", limit)
            .map((row, _) -> line(row))
            .list());
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(row.getLong("number"), line(row));
  }

  private static Line line(ResultSet row) throws SQLException {
    var source = row.getBoolean("is_event") ? Source.EVENT : Source.OUTPUT;
    return new Line(Rows.instant(row, "at"), source, row.getString("path"), row.getString("text"));
  }
}
