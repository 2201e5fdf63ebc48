package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.once.DoneRequests;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What was asked for lately, in PostgreSQL. */
public final class PostgresDoneRequests implements DoneRequests {

  private static final int AT_ONCE = 100;

  private final Database database;

  public PostgresDoneRequests(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(String id, Instant at, Duration apart) {
    return database.with(handle -> {
      forgetOld(handle, at);
      return handle
          .createQuery(
              """
              insert into done_request as known (id, at, expires_at) values (:id, :at, :expires)
              on conflict (id) do update set at = excluded.at, expires_at = excluded.expires_at
                where known.at <= :before
              returning true
              """)
          .bind("id", id)
          .bind("at", Rows.utc(at))
          .bind("expires", Rows.utc(at.plus(KEPT)))
          .bind("before", Rows.utc(at.minus(apart)))
          .mapTo(Boolean.class)
          .findOne()
          .orElse(false);
    });
  }

  @Override
  public void forget(String id) {
    database.with(handle -> handle.execute("delete from done_request where id = ?", id));
  }

  /** Whoever forgets the same at once is not waited for. */
  private static void forgetOld(Handle handle, Instant now) {
    handle
        .createUpdate(
            """
            delete from done_request where id in (
              select id from done_request where expires_at < :now
              limit :most for update skip locked)
            """)
        .bind("now", Rows.utc(now))
        .bind("most", AT_ONCE)
        .execute();
  }
}
