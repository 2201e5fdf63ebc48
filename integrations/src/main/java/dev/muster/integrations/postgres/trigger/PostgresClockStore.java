package dev.muster.integrations.postgres.trigger;

import dev.muster.commands.runbook.trigger.ClockStore;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** When the clock starts which runbook next, a row for each schedule. Thread-safe. */
public final class PostgresClockStore implements ClockStore {

  private final Database database;

  public PostgresClockStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Standing> lock(Key key) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select * from runbook_clock
                where runbook = :runbook and schedule = :schedule for update
                """)
            .bind("runbook", key.runbook())
            .bind("schedule", key.schedule())
            .map((row, _) -> read(row))
            .findOne());
  }

  @Override
  public void put(Standing standing) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into runbook_clock (runbook, schedule, next_at, last_at, last_run)
                values (:runbook, :schedule, :next, :last, :run)
                on conflict (runbook, schedule) do update set next_at = excluded.next_at,
                    last_at = coalesce(excluded.last_at, runbook_clock.last_at),
                    last_run = coalesce(excluded.last_run, runbook_clock.last_run),
                    gone_at = null
                """)
            .bind("runbook", standing.key().runbook())
            .bind("schedule", standing.key().schedule())
            .bind("next", standing.next().map(Rows::utc).orElse(null))
            .bind("last", standing.last().map(Rows::utc).orElse(null))
            .bind("run", standing.lastRun().map(RunId::value).orElse(null))
            .execute());
  }

  @Override
  public void keep(Collection<Key> configured, Instant now) {
    var rows = new Columns<>(configured);
    database.with(handle ->
        handle
            .createUpdate(
                """
                update runbook_clock set gone_at = :now
                where gone_at is null and not exists (
                  select 1 from unnest(:runbooks, :schedules) as known (runbook, schedule)
                  where known.runbook = runbook_clock.runbook
                    and known.schedule = runbook_clock.schedule)
                """)
            .bind("now", Rows.utc(now))
            .bind("runbooks", rows.texts(Key::runbook))
            .bind("schedules", rows.texts(Key::schedule))
            .execute());
  }

  @Override
  public List<Standing> all() {
    return database.with(handle ->
        handle
            .createQuery("select * from runbook_clock where gone_at is null")
            .map((row, _) -> read(row))
            .list());
  }

  @Override
  public Optional<Instant> next() {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select min(next_at) as next_at from runbook_clock where gone_at is null
                """)
            .map((row, _) -> Rows.optionalInstant(row, "next_at"))
            .one());
  }

  @Override
  public int pause(String runbook, Who by, Instant at) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                update runbook_clock set paused_by = :by, paused_name = :name, paused_at = :at
                where runbook = :runbook and gone_at is null and paused_at is null
                """)
            .bind("by", by.id())
            .bind("name", by.name())
            .bind("at", Rows.utc(at))
            .bind("runbook", runbook)
            .execute());
  }

  @Override
  public int resume(String runbook) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                update runbook_clock set paused_by = null, paused_name = null, paused_at = null
                where runbook = :runbook and paused_at is not null
                """)
            .bind("runbook", runbook)
            .execute());
  }

  private static Standing read(ResultSet row) throws SQLException {
    var run = row.getLong("last_run");
    var lastRun = row.wasNull() ? Optional.<RunId>empty() : Optional.of(new RunId(run));
    var who = new Who(text(row, "paused_by"), text(row, "paused_name"));
    return new Standing(
        new Key(row.getString("runbook"), row.getString("schedule")),
        Rows.optionalInstant(row, "next_at"),
        Rows.optionalInstant(row, "last_at"),
        lastRun,
        Rows.optionalInstant(row, "paused_at").map(at -> new Pause(who, at)),
        Rows.optionalInstant(row, "gone_at").isPresent());
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Rows.optionalText(row, column).orElse("");
  }
}
