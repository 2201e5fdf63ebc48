package dev.muster.integrations.postgres;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Writes work as rows of db-scheduler's table, in the running transaction. Work that is there
 * already stays as it is: db-scheduler's own insert would poison the transaction then.
 */
public final class WorkRows {

  public static final String REFRESH_POST = "refresh-post";
  public static final String THREAD_REPLY = "thread-reply";

  private final Database database;
  private final InstantSource clock;
  private final List<String> platforms;
  private final Runnable wake;

  /** Calls {@code wake} after a commit, so that the work need not wait for the next poll. */
  public WorkRows(Database database, InstantSource clock, List<String> platforms, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.platforms = List.copyOf(platforms);
    this.wake = wake;
  }

  /**
   * Asks for the root posts of incidents whose locks the transaction holds. A post that was edited
   * a moment ago waits its turn, so that a storm becomes few edits.
   */
  public void refreshPosts(Collection<IncidentId> incidents) {
    if (incidents.isEmpty()) {
      return;
    }
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into scheduled_tasks
                    (task_name, task_instance, execution_time, picked, version)
                select :task, wanted.id || '/' || wanted.platform,
                    greatest(:now, post.refresh_after), false, 1
                from (select id, platform from unnest(:ids) as id
                      cross join unnest(:platforms) as platform) wanted
                left join incident_post post
                  on post.incident_id = wanted.id and post.platform = wanted.platform
                on conflict do nothing
                """)
            .bind("task", REFRESH_POST)
            .bind("now", Rows.utc(clock.instant()))
            .bind("ids", incidents.stream().map(IncidentId::value).toArray(Long[]::new))
            .bind("platforms", platforms.toArray(String[]::new))
            .execute());
    database.afterCommit(wake);
  }

  /** Has replies appended to the threads of their incidents, in every chat. */
  public void append(Collection<ThreadReply> replies) {
    if (replies.isEmpty()) {
      return;
    }
    database.with(handle -> {
      var batch =
          handle.prepareBatch(
              """
              insert into scheduled_tasks
                  (task_name, task_instance, task_data, execution_time, picked, version)
              values (:task, :instance, :data, :now, false, 1)
              on conflict do nothing
              """);
      for (var reply : replies) {
        for (var platform : platforms) {
          batch
              .bind("task", THREAD_REPLY)
              .bind("instance", reply.key() + "/" + platform)
              .bind("data", Json.writeBytes(reply))
              .bind("now", Rows.utc(clock.instant()))
              .add();
        }
      }
      return batch.execute();
    });
    database.afterCommit(wake);
  }
}
