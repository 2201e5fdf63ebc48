package dev.muster.integrations.postgres.silence;

import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.silence.Matchers;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.lists.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Silences in PostgreSQL. */
public final class PostgresSilenceStore implements SilenceStore {

  private static final String LOCK = "select count(pg_advisory_xact_lock(1836413699, 0))";

  /** The same key as in the intake's store. */
  private static final String LOCK_INTAKE = "select count(pg_advisory_xact_lock(1836413697, 0))";

  private final Database database;
  private final WorkRows work;

  public PostgresSilenceStore(Database database, WorkRows work) {
    this.database = database;
    this.work = work;
  }

  @Override
  public void lock() {
    database.with(handle -> take(handle, LOCK));
  }

  @Override
  public List<Silence> active() {
    return database.with(handle ->
        handle
            .createQuery("select * from silence where ended_at is null order by ends_at, id")
            .map((row, _) -> SilenceRows.read(row))
            .list());
  }

  @Override
  public Page<Silence> past(PageRequest page) {
    var before = page.after(SilenceId::parse);
    var older =
        before.isPresent()
            ? "and (ended_at, id) < (select ended_at, id from silence where id = :before)"
            : "";
    var sql =
        "select * from silence where ended_at is not null %s order by ended_at desc, id desc limit :limit"
            .formatted(older);
    return database.with(handle -> {
      var query = handle.createQuery(sql).bind("limit", page.limit() + 1);
      before.ifPresent(id -> query.bind("before", id.value()));
      var found = query.map((row, _) -> SilenceRows.read(row)).list();
      return Pages.cut(found, page.limit(), last -> Long.toString(last.id().value()));
    });
  }

  @Override
  public Optional<Silence> find(SilenceId id) {
    return database.with(handle ->
        handle
            .createQuery("select * from silence where id = :id")
            .bind("id", id.value())
            .map((row, _) -> SilenceRows.read(row))
            .findOne());
  }

  @Override
  public Map<SilenceId, Long> held() {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select silence_id, count(*) as alerts from episode
                where silence_id is not null and firing group by silence_id
                """)
            .map((row, _) ->
                Map.entry(new SilenceId(row.getLong("silence_id")), row.getLong("alerts")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Silence begin(Matchers matchers, String reason, Change change, Instant endsAt) {
    var id =
        database.with(handle ->
            handle
                .createQuery(
                    """
                    insert into silence
                        (matchers, reason, created_at, created_by, created_name, ends_at)
                    values (:matchers, :reason, :at, :by, :name, :end) returning id
                    """)
                .bind("matchers", matchers.text())
                .bind("reason", reason)
                .bind("at", Rows.utc(change.at()))
                .bind("by", change.by().key())
                .bind("name", change.by().name())
                .bind("end", Rows.utc(endsAt))
                .mapTo(Long.class)
                .one());
    work.silence(id, endsAt);
    return new Silence(new SilenceId(id), matchers, reason, change, endsAt);
  }

  @Override
  public void prolong(Silence silence) {
    database.with(handle ->
        handle
            .createUpdate("update silence set ends_at = :end where id = :id")
            .bind("id", silence.id().value())
            .bind("end", Rows.utc(silence.endsAt()))
            .execute());
    work.silence(silence.id().value(), silence.endsAt());
  }

  /**
   * The intake is kept out until the commit, as it is for a merge: otherwise one of its commits
   * that read the silence before could hold an alert by it after the last look at those that it
   * holds.
   */
  @Override
  public void end(Silence silence) {
    var change = silence.ended().orElseThrow();
    database.with(handle -> {
      take(handle, LOCK_INTAKE);
      return handle
          .createUpdate(
              """
              update silence set ended_at = :at, ended_by = :by, ended_name = :name
              where id = :id and ended_at is null
              """)
          .bind("id", silence.id().value())
          .bind("at", Rows.utc(change.at()))
          .bind("by", change.by().key())
          .bind("name", change.by().name())
          .execute();
    });
    work.silence(silence.id().value(), change.at());
  }

  @Override
  public List<IncidentId> notedIn(SilenceId id) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select id from incident
                where status <> 'resolved' and jsonb_exists(details, 'silenced.' || :id) order by id
                """)
            .bind("id", Long.toString(id.value()))
            .mapTo(Long.class)
            .map(IncidentId::new)
            .list());
  }

  private static long take(Handle handle, String lock) {
    return handle.createQuery(lock).mapTo(Long.class).one();
  }
}
