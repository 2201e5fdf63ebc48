package dev.muster.integrations.postgres.upkeep;

import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Forgets runs that ended before a day, with all that belongs to them and the runs that they
 * started: a few at a time, walking along the time of their ends, so that a crash leaves whole
 * ones. A run stays as long as one of its runs is not over, broken glass of theirs is to be looked
 * at, or its incident is open.
 */
record OldRuns(LocalDate since, int batch) {

  /** Few, for a run may have 50 MB of log. */
  private static final int FEW = 50;

  private static final String OPEN_INCIDENTS =
      """
      array(
        select id from incident where status <> 'resolved'
        union all
        select gone.id from incident gone join incident home on home.id = gone.merged_into
        where home.status <> 'resolved')
      """;

  private record Place(Instant endedAt, long id) {
    static final Place FIRST = new Place(Instant.EPOCH, 0);
  }

  static OldRuns endedBefore(LocalDate since) {
    return new OldRuns(since, FEW);
  }

  void forget(Step step) {
    var at = Optional.of(Place.FIRST);
    while (at.isPresent()) {
      var from = at.get();
      at = step.answer("run", handle -> batch(handle, from)).flatMap(next -> next);
    }
    step.on("glass_review", this::forgetReviews);
    step.on("run_definition", new OldDefinitions(start())::forget);
    step.on("announcement", this::forgetAnnouncements);
    step.on("runbook_start", this::forgetStarts);
  }

  /** Where the next batch begins; empty when there is none. */
  private Optional<Place> batch(Handle handle, Place from) {
    var ended = ended(handle, from);
    var ids = ended.stream().map(Place::id).toArray(Long[]::new);
    lock(handle, ids);
    delete(handle, ids);
    return ended.size() < batch ? Optional.empty() : Optional.of(ended.getLast());
  }

  private List<Place> ended(Handle handle, Place from) {
    return handle
        .createQuery(
            """
            select ended_at, id from run
            where state = 'ended' and ended_at < :since and (ended_at, id) > (:at, :id)
            order by ended_at, id limit :batch
            """)
        .bind("since", Rows.utc(start()))
        .bind("at", Rows.utc(from.endedAt()))
        .bind("id", from.id())
        .bind("batch", batch)
        .map((row, _) -> place(row))
        .list();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(Rows.instant(row, "ended_at"), row.getLong("id"));
  }

  /**
   * With all that they started, so that nobody rolls one of them back meanwhile; what was waited
   * for is seen by the next statement. The deepest first, as whoever changes one locks them.
   */
  private static void lock(Handle handle, Long[] ids) {
    handle
        .createQuery(
            """
            with recursive tree (id) as (
              select id from run where id = any(:ids)
              union
              select run.id from run join tree on run.parent = tree.id
            )
            select id from run where id in (select id from tree) order by id desc for update
            """)
        .bind("ids", ids)
        .mapTo(Long.class)
        .list();
  }

  /** Those that no other started, each with all that it started; steps and logs go by cascade. */
  private static void delete(Handle handle, Long[] ids) {
    handle
        .createUpdate(
            """
            with recursive tree (root, id, state) as (
              select id, id, state from run
              where id = any(:ids)
                and not exists (select from run above where above.id = run.parent)
                and not coalesce(incident_id = any(%s), false)
              union all
              select tree.root, run.id, run.state from run join tree on run.parent = tree.id
            ), needed as (
              select root from tree where state <> 'ended' or exists (
                select from glass_review where run_id = tree.id and closed_at is null)
            )
            delete from run
            where state = 'ended'
              and id in (select id from tree where root not in (select root from needed))
            """
                .formatted(OPEN_INCIDENTS))
        .bind("ids", ids)
        .execute();
  }

  /** A run stays while one of its own is to be looked at. */
  private void forgetReviews(Handle handle) {
    handle
        .createUpdate(
            """
            delete from glass_review
            where closed_at < :since and not exists (select from run where id = run_id)
            """)
        .bind("since", Rows.utc(start()))
        .execute();
  }

  /** What a run said goes with it; this is what started runs, or did not, and said so. */
  private void forgetAnnouncements(Handle handle) {
    handle
        .createUpdate(
            """
            delete from announcement
            where run_id is null and at < :since
              and not (key like 'held:%' and split_part(key, ':', 2) in (
                select id::text from incident where status <> 'resolved'))
            """)
        .bind("since", Rows.utc(start()))
        .execute();
  }

  /** A throttle looks back a year at most; without one an open incident has what it started. */
  private void forgetStarts(Handle handle) {
    handle
        .createUpdate(
            """
            delete from runbook_start
            where started_at < :since - interval '1 year'
              and not coalesce(incident_id = any(%s), false)
            """
                .formatted(OPEN_INCIDENTS))
        .bind("since", Rows.utc(start()))
        .execute();
  }

  private Instant start() {
    return since.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
