package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.chat.late.OwedAnswers;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Owed answers in PostgreSQL, each with a row of work that is due as soon as nobody keeps it any
 * more.
 */
public final class PostgresOwedAnswers implements OwedAnswers {

  /** The clocks of two replicas differ a little. */
  private static final Duration APART = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;

  public PostgresOwedAnswers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean add(OwedAnswer owed) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                with owed as (
                  insert into owed_answer
                      (key, request_id, platform, address, command, filled, asked_at)
                  values (:key, :request, :platform, :address, :command,
                      cast(:filled as jsonb), :at)
                  on conflict (key) do nothing returning key
                ), work as (
                  insert into scheduled_tasks
                      (task_name, task_instance, execution_time, picked, version)
                  select :task, key, :until, false, 1 from owed on conflict do nothing
                )
                select count(*) > 0 from owed
                """)
            .bind("key", owed.key())
            .bind("request", owed.requestId())
            .bind("platform", owed.platform())
            .bind("address", owed.address())
            .bind("command", owed.command())
            .bind("filled", Json.write(owed.filled()))
            .bind("at", Rows.utc(owed.askedAt()))
            .bind("task", WorkRows.OWED_ANSWER)
            .bind("until", Rows.utc(clock.instant().plus(LEASE)))
            .mapTo(Boolean.class)
            .one());
  }

  @Override
  public boolean keep(OwedAnswer owed) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                update scheduled_tasks set execution_time = :until
                where task_name = :task and task_instance = :key and not picked
                """)
            .bind("until", Rows.utc(clock.instant().plus(LEASE)))
            .bind("task", WorkRows.OWED_ANSWER)
            .bind("key", owed.key())
            .execute())
        > 0;
  }

  @Override
  public void answer(String requestId, Message answer) {
    var key = OwedAnswer.key(requestId);
    database.with(handle ->
        handle
            .createUpdate(
                """
                update owed_answer set answer = cast(:answer as jsonb)
                where key = :key and request_id = :request
                """)
            .bind("answer", Json.write(answer))
            .bind("key", key)
            .bind("request", requestId)
            .execute());
  }

  /** Whoever sees to it by now does so to the end. */
  @Override
  public void remove(OwedAnswer owed) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                with told as (
                  delete from owed_answer where key = :key and request_id = :request returning key
                )
                delete from scheduled_tasks where task_name = :task and not picked
                  and task_instance in (select key from told)
                """)
            .bind("task", WorkRows.OWED_ANSWER)
            .bind("key", owed.key())
            .bind("request", owed.requestId())
            .execute());
  }

  @Override
  public Optional<OwedAnswer> find(String key) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select request_id, platform, address, command, filled, asked_at
                from owed_answer where key = :key
                """)
            .bind("key", key)
            .map((row, _) -> read(row))
            .findOne());
  }

  @Override
  public Optional<Message> answered(OwedAnswer owed) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select answer from owed_answer
                where key = :key and request_id = :request and answer is not null
                """)
            .bind("key", owed.key())
            .bind("request", owed.requestId())
            .mapTo(String.class)
            .findOne()
            .map(Json::message));
  }

  /**
   * Looks at the entries since then: the log has no index by requests. What was turned away because
   * it came twice says nothing of the first time.
   */
  @Override
  public Optional<String> outcome(OwedAnswer owed) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select outcome from audit_entry
                where at between :from and :to and request_id = :request
                  and outcome <> 'repeated'
                order by at, id limit 1
                """)
            .bind("from", Rows.utc(owed.askedAt().minus(APART)))
            .bind("to", Rows.utc(clock.instant().plus(APART)))
            .bind("request", owed.requestId())
            .mapTo(String.class)
            .findOne());
  }

  private static OwedAnswer read(ResultSet row) throws SQLException {
    return new OwedAnswer(
        row.getString("request_id"),
        row.getString("platform"),
        row.getString("address"),
        row.getString("command"),
        Json.texts(row.getString("filled")),
        Rows.instant(row, "asked_at"));
  }
}
