package dev.muster.integrations.postgres;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
    database.with(handle -> refreshes(incidents).send(handle));
    wakeAfterCommit();
  }

  /** The same, to be sent together with others; {@link #wakeAfterCommit} belongs to it. */
  public Write refreshes(Collection<IncidentId> incidents) {
    var rows = new Columns<>(incidents);
    return new Write(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select :refreshTask, wanted.id || '/' || wanted.platform,
            greatest(cast(:refreshNow as timestamptz), post.refresh_after), false, 1
        from (select id, platform from unnest(:refreshIds) as id
              cross join unnest(:refreshPlatforms) as platform) wanted
        left join incident_post post
          on post.incident_id = wanted.id and post.platform = wanted.platform
        on conflict do nothing
        """,
        Map.of(
            "refreshTask", Columns.text(REFRESH_POST),
            "refreshNow", Columns.text(clock.instant().toString()),
            "refreshIds", rows.longs(IncidentId::value),
            "refreshPlatforms", new Columns<>(platforms).texts(platform -> platform)));
  }

  /** Has the work that the running transaction writes looked for at once when it is committed. */
  public void wakeAfterCommit() {
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
    wakeAfterCommit();
  }
}
