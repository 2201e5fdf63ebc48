package dev.muster.integrations.postgres.run.post;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.live.RunPosts;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.run.Homes;
import dev.muster.integrations.postgres.run.RunNotices;
import dev.muster.integrations.postgres.run.RunRefreshes;
import dev.muster.runbooks.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where runs are shown in the chats, and whether what is shown is the latest. Thread-safe. */
public final class PostgresRunPosts implements RunPosts {

  /** A message is edited at most once in this time, however fast a run goes on. */
  static final Duration REST = Duration.ofSeconds(2);

  private static final String HOME = Homes.of("run.incident_id");

  private final Database database;
  private final InstantSource clock;
  private final RunNotices notices;

  public PostgresRunPosts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.notices = new RunNotices(database, new RunRefreshes(database, clock, () -> {}));
  }

  @Override
  public Optional<Standing> standing(RunId run, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select post.*, run.incident_id,
                    root.channel as root_channel, root.message as root_message,
                    own.channel as own_channel, own.phase as own_phase
                from run_post post join run on run.id = post.run_id
                left join incident_post root
                  on root.incident_id = %1$s and root.platform = post.platform
                left join incident_channel own
                  on own.incident_id = %1$s and own.platform = post.platform
                where post.run_id = :run and post.platform = :platform
                """
                    .formatted(HOME))
            .bind("run", run.value())
            .bind("platform", platform)
            .map((row, _) ->
                new Standing(
                    spot(row, platform),
                    ref(row, platform, "channel", "message"),
                    row.getLong("wanted"),
                    row.getLong("shown"),
                    row.getBoolean("replaced"),
                    unsaid(run, row.getLong("said"))))
            .findOne());
  }

  private static Spot spot(ResultSet row, String platform) throws SQLException {
    if (Rows.optionalLong(row, "incident_id").isEmpty()) {
      return new Spot.Top(row.getString("spot"));
    }
    var phase = Rows.optionalText(row, "own_phase").orElse("");
    if (phase.equals("OPEN")) {
      return new Spot.Own(row.getString("own_channel"));
    }
    var root = ref(row, platform, "root_channel", "root_message");
    return phase.equals("WANTED") || root.isEmpty()
        ? new Spot.NotYet()
        : new Spot.Below(root.get());
  }

  private static Optional<PostRef> ref(
      ResultSet row, String platform, String channel, String message) throws SQLException {
    var found = Rows.optionalText(row, message);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostRef(platform, row.getString(channel), found.get()));
  }

  private List<News> unsaid(RunId run, long said) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select number, key, message from run_news
                where run_id = :run and number > :said order by number
                """)
            .bind("run", run.value())
            .bind("said", said)
            .map((row, _) ->
                new News(
                    row.getLong("number"),
                    row.getString("key"),
                    Json.message(row.getString("message"))))
            .list());
  }

  @Override
  public void shown(RunId run, Shown shown) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update run_post set shown = greatest(shown, :version), channel = :channel,
                    message = :message, replaced = replaced or :replaced
                where run_id = :run and platform = :platform
                """)
            .bind("run", run.value())
            .bind("platform", shown.post().platform())
            .bind("channel", shown.post().channel())
            .bind("message", shown.post().message())
            .bind("version", shown.version())
            .bind("replaced", shown.isReplaced())
            .execute());
  }

  @Override
  public List<Answered> answered(RunId run, String platform) {
    return notices.answered(run, platform);
  }

  @Override
  public void edited(RunId run, Answered answered) {
    notices.edited(run, answered.post().platform(), answered.key());
  }

  /** Both or neither: what is said once and answered is not to keep its buttons. */
  @Override
  public void said(RunId run, News news, PostRef post) {
    database.inTransaction(() -> {
      said(run, post.platform(), news.number());
      notices.said(run, news.key(), post);
    });
  }

  @Override
  public void said(RunId run, String platform, long number) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update run_post set said = greatest(said, :number)
                where run_id = :run and platform = :platform
                """)
            .bind("run", run.value())
            .bind("platform", platform)
            .bind("number", number)
            .execute());
  }

  /**
   * Notes what a message shows. Where that is the latest, the work that showed it is done and its
   * row removed, under the lock of the message's row, which whoever changes the run takes too.
   * Answers whether it was the latest. A replica that was held up may have put an older state over
   * a newer one, whose work is done: then it is to be done again.
   *
   * @param work which version of the row of work it was
   */
  public boolean finish(RunId run, Shown shown, long work) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                with noted as (
                  update run_post set shown = greatest(shown, :version), channel = :channel,
                      message = :message, replaced = replaced or :replaced, refresh_after = :after
                  where run_id = :run and platform = :platform
                  returning wanted <= :version as is_latest
                ), done as (
                  delete from scheduled_tasks using noted
                  where task_name = :task and task_instance = :run || '/' || :platform
                    and version = :work and is_latest
                ), overtaken as (
                  insert into scheduled_tasks
                      (task_name, task_instance, execution_time, picked, version)
                  select :task, :run || '/' || :platform, :after, false, 1 from noted
                  where not is_latest
                  on conflict do nothing
                )
                select is_latest from noted
                """)
            .bind("run", run.value())
            .bind("platform", shown.post().platform())
            .bind("channel", shown.post().channel())
            .bind("message", shown.post().message())
            .bind("version", shown.version())
            .bind("replaced", shown.isReplaced())
            .bind("after", Rows.utc(clock.instant().plus(REST)))
            .bind("task", RunPostTask.NAME)
            .bind("work", work)
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false));
  }

  /** The run in whose thread a place is: one whose own message is the root of it. */
  public Optional<RunId> runAt(Place place) {
    return place
        .thread()
        .flatMap(thread ->
            database.with(handle ->
                handle
                    .createQuery(
                        """
                        select run_id from run_post where platform = :platform
                          and channel = :channel and message = :thread
                        """)
                    .bind("platform", place.platform())
                    .bind("channel", place.channel())
                    .bind("thread", thread)
                    .mapTo(Long.class)
                    .findOne()
                    .map(RunId::new)));
  }

  /** The incident that a run belongs to by now, and whether its post there is its second. */
  record Root(IncidentId incident, boolean isReplaced) {}

  Optional<Root> root(RunId run, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select incident.id, coalesce(post.replaced, false) as replaced
                from run join incident on incident.id = %s
                left join incident_post post
                  on post.incident_id = incident.id and post.platform = :platform
                where run.id = :run
                """
                    .formatted(HOME))
            .bind("run", run.value())
            .bind("platform", platform)
            .map(
                (row, _) -> new Root(new IncidentId(row.getLong("id")), row.getBoolean("replaced")))
            .findOne());
  }
}
