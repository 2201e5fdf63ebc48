package dev.muster.integrations.postgres.run;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.runbook.live.RunPosts.Answered;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.runbooks.run.RunId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was said because people had to answer it, until it is edited into what they answered. Each
 * is edited once, whether it was answered before or after it was said. Thread-safe.
 */
public record RunNotices(Database database, RunRefreshes refreshes) {

  /** As replies in the threads of incidents have it: {@code 8:run:318:asks:steps.0:1}. */
  private static final Pattern REPLY = Pattern.compile("\\d+:run:(\\d+):(.+)");

  /** It will be said in the chats in which the run is shown now. */
  public void ask(RunId run, String key) {
    update(
        """
        insert into run_notice (run_id, key, platform)
        select run_id, :key, platform from run_post where run_id = :run on conflict do nothing
        """,
        Map.of("run", run.value(), "key", key));
  }

  /** Whoever shows the run next edits it. */
  public void answer(RunId run, String key, Message answer) {
    update(
        """
        update run_notice set answer = cast(:answer as jsonb)
        where run_id = :run and key = :key and answer is null
        """,
        Map.of("run", run.value(), "key", key, "answer", Json.write(answer)));
  }

  /** A reply in the thread of an incident was said; does nothing where nobody answers it. */
  public void said(String reply, PostRef post) {
    var found = REPLY.matcher(reply);
    if (found.matches()) {
      var run = new RunId(Long.parseLong(found.group(1)));
      database.inTransaction(() -> {
        if (said(run, found.group(2), post)) {
          refreshes.refresh(run);
        }
      });
    }
  }

  /** Notes where it was said. Answers whether it is answered by then. */
  public boolean said(RunId run, String key, PostRef post) {
    return database.with(handle -> {
      // In the order in which a change of the run takes these locks.
      handle
          .createQuery("select 1 from run_post where run_id = :run order by platform for update")
          .bind("run", run.value())
          .mapTo(Integer.class)
          .list();
      return handle
          .createQuery(
              """
              update run_notice set channel = :channel, message = :message
              where run_id = :run and key = :key and platform = :platform
              returning answer is not null
              """)
          .bind("run", run.value())
          .bind("key", key)
          .bind("platform", post.platform())
          .bind("channel", post.channel())
          .bind("message", post.message())
          .mapTo(Boolean.class)
          .findOne()
          .orElse(false);
    });
  }

  /** Those that are said there and answered, and do not show it yet. */
  public List<Answered> answered(RunId run, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select key, channel, message, answer from run_notice
                where run_id = :run and platform = :platform
                  and answer is not null and message is not null and not edited
                order by key
                """)
            .bind("run", run.value())
            .bind("platform", platform)
            .map((row, _) ->
                new Answered(
                    row.getString("key"),
                    new PostRef(platform, row.getString("channel"), row.getString("message")),
                    Json.message(row.getString("answer"))))
            .list());
  }

  public void edited(RunId run, String platform, String key) {
    update(
        """
        update run_notice set edited = true
        where run_id = :run and platform = :platform and key = :key
        """,
        Map.of("run", run.value(), "platform", platform, "key", key));
  }

  private void update(String sql, Map<String, ?> named) {
    database.with(handle -> handle.createUpdate(sql).bindMap(named).execute());
  }
}
