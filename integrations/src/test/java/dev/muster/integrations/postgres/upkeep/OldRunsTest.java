package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OldRunsTest {

  @AutoClose private final TestUpkeep upkeep = new TestUpkeep();
  private final TestClock clock = upkeep.clock();
  private final TestReplica replica = upkeep.replica();

  private void ended(long id) {
    run(id, "ended", null, null);
  }

  /** With all that belongs to one. */
  private void run(long id, String state, @Nullable Long parent, @Nullable Long incident) {
    replica
        .database()
        .with(handle -> {
          handle
              .createUpdate(
                  """
                  insert into run (id, runbook, title, definition, requester, requester_name,
                    requested_at, dry, incident_id, parent, state, standing, phase, ended_at, fence,
                    origin, course)
                  values (:id, 'clear-cache', 'Clear', 'h', 'devops', 'DevOps', :now, false,
                    :incident, :parent, :state, 'GOOD', 'always',
                    case when :state = 'ended' then cast(:now as timestamptz) end, 0, '{}', '{}')
                  """)
              .bind("id", id)
              .bind("now", Rows.utc(clock.instant()))
              .bind("state", state)
              .bind("parent", parent)
              .bind("incident", incident)
              .execute();
          for (var table :
              List.of(
                  "run_step (run_id, path, record) values (%d, 'steps.0', '{}')",
                  "run_log (run_id, at, is_event, path, text) values (%d, now(), true, '', 'x')",
                  "run_news (run_id, key, message) values (%d, 'ended', '{}')",
                  "announcement (key, run_id, at) values ('said:%1$d', %1$d, now())",
                  "run_post (run_id, platform, spot, refresh_after)"
                      + " values (%d, 'web', 'ops', now())")) {
            handle.execute("insert into " + table.formatted(id));
          }
          return id;
        });
  }

  private void glass(long run, boolean isLookedAt) {
    replica
        .database()
        .with(handle ->
            handle.execute(
                """
                insert into glass_review
                  (run_id, step, title, asked, by_person, by_name, reason, broken_at, closed_at)
                values (?, 'steps.0', 'Clear', 'Go?', 'devops', 'DevOps', 'gone', now(),
                  case when ? then cast(? as timestamptz) end)
                """,
                run,
                isLookedAt,
                Rows.utc(clock.instant())));
  }

  private List<Long> column(String sql) {
    return replica.database().with(handle -> handle.select(sql).mapTo(Long.class).list());
  }

  private List<Long> runs() {
    return column("select id from run order by id");
  }

  @Test
  void a_run_goes_a_year_after_its_end_with_all_that_is_its() {
    ended(1);
    clock.advance(Duration.ofDays(2));
    ended(2);
    clock.advance(Duration.ofDays(365));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).containsExactly(2L);
    for (var table : List.of("run_step", "run_log", "run_news", "run_post", "announcement")) {
      assertThat(column("select run_id from " + table)).as(table).containsExactly(2L);
    }
  }

  @Test
  void a_run_that_is_open_stays_however_old_it_is() {
    run(1, "asking", null, null);
    run(2, "needs-attention", null, null);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).containsExactly(1L, 2L);
  }

  @Test
  void a_run_goes_with_those_that_it_started_and_stays_while_one_of_them_is_not_over() {
    ended(1);
    run(2, "ended", 1L, null);
    run(3, "ended", 2L, null);
    ended(11);
    run(12, "ended", 11L, null);
    run(13, "paused", 12L, null);
    run(21, "nesting", null, null);
    run(22, "ended", 21L, null);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).containsExactly(11L, 12L, 13L, 21L, 22L);
  }

  @Test
  void a_run_whose_own_run_somebody_takes_up_again_meanwhile_stays_whole() throws Exception {
    ended(1);
    clock.advance(Duration.ofDays(3));
    run(2, "ended", 1L, null);
    clock.advance(Duration.ofDays(365));

    try (var sibling = replica.sibling();
        var other = Executors.newSingleThreadExecutor()) {
      var dropped =
          sibling
              .database()
              .inTransaction(() -> {
                sibling.database().with(handle -> handle.execute(TAKEN_UP, 2));
                var dropping = other.submit(upkeep::drop);
                await("it waits for that run")
                    .atMost(TestUpkeep.IN_TIME)
                    .until(() -> replica.lockWaits() > 0);
                return dropping;
              });
      dropped.get();
    }

    assertThat(runs()).containsExactly(1L, 2L);
  }

  private static final String TAKEN_UP =
      "update run set state = 'running', ended_at = null, fence = fence + 1 where id = ?";

  @Test
  void a_run_stays_until_somebody_has_looked_at_the_glass_that_was_broken_in_it() {
    ended(1);
    run(2, "ended", 1L, null);
    glass(2, false);
    ended(3);
    glass(3, true);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(runs()).containsExactly(1L, 2L);
    assertThat(column("select run_id from glass_review")).containsExactly(2L);
    var lookedAt = Rows.utc(clock.instant());
    replica
        .database()
        .with(handle -> handle.execute("update glass_review set closed_at = ?", lookedAt));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).isEmpty();
    assertThat(column("select run_id from glass_review")).as("just looked at").containsExactly(2L);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(replica.count("select count(*) from glass_review")).isZero();
  }

  @Test
  void a_run_stays_as_long_as_its_incident_is_open() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    var incident = column("select id from incident").getFirst();
    run(1, "ended", null, incident);
    started("clear-cache", incident);
    said("held:" + incident + ":clear-cache");
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY.multipliedBy(2));
    assertThat(upkeep.drop()).isEmpty();
    assertThat(runs()).containsExactly(1L);
    assertThat(left()).isEqualTo(Map.of("starts", 1L, "said", 1L));
    replica.database().with(handle -> handle.execute("update incident set status = 'resolved'"));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).isEmpty();
    assertThat(left()).isEqualTo(Map.of("starts", 0L, "said", 0L));
  }

  @Test
  void a_run_of_an_incident_that_went_into_another_stays_as_long_as_the_other_is_open() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    replica.intake().take(List.of(Webhooks.firing("disk", now, now)));
    replica
        .database()
        .with(handle ->
            handle.execute(
                "update incident set status = 'resolved', merged_into = 1 where id = 2"));
    run(1, "ended", null, 2L);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(runs()).containsExactly(1L);
    replica.database().with(handle -> handle.execute("update incident set status = 'resolved'"));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).isEmpty();
  }

  @Test
  void what_was_started_is_known_for_a_year_more_since_throttles_look_back() {
    started("clear-cache", 7);
    said("started:1");
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(left()).isEqualTo(Map.of("starts", 1L, "said", 0L));
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    assertThat(upkeep.drop()).isEmpty();

    assertThat(left()).isEqualTo(Map.of("starts", 0L, "said", 0L));
  }

  private void started(String runbook, long incident) {
    replica
        .database()
        .with(handle ->
            handle.execute(
                "insert into runbook_start values (?, 'group', ?, ?, 1, 0)",
                runbook,
                Rows.utc(clock.instant()),
                incident));
  }

  private void said(String key) {
    replica
        .database()
        .with(handle ->
            handle.execute(
                "insert into announcement (key, at) values (?, ?)",
                key,
                Rows.utc(clock.instant())));
  }

  private Map<String, Long> left() {
    return Map.of(
        "starts", replica.count("select count(*) from runbook_start"),
        "said", replica.count("select count(*) from announcement where run_id is null"));
  }

  @Test
  void a_crash_in_the_middle_leaves_whole_runs_and_the_next_upkeep_goes_on() throws Exception {
    for (var id = 1; id <= 5; id++) {
      ended(id);
    }
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    stopAt(4);
    try (var doomed = DoomedProcess.start(OldRunsTest.class, replica.address().jdbcUrl())) {
      await("the third batch").atMost(TestUpkeep.IN_TIME).until(() -> !stopped().isEmpty());
      doomed.kill();
    }
    // What PostgreSQL does by itself once it sees that nobody is there.
    stopped().forEach(one -> column("select pg_terminate_backend(%d)::int".formatted(one)));
    await("rolled back").atMost(TestUpkeep.IN_TIME).until(() -> stopped().isEmpty());

    assertThat(runs()).containsExactly(3L, 4L, 5L);
    assertThat(column("select run_id from run_step order by 1")).containsExactly(3L, 4L, 5L);
    replica.database().with(handle -> handle.execute("drop trigger stop on run"));
    assertThat(upkeep.drop()).isEmpty();

    assertThat(runs()).isEmpty();
    assertThat(replica.count("select count(*) from run_step")).isZero();
  }

  /** Whoever deletes that run comes no further. */
  private void stopAt(long run) {
    replica
        .database()
        .with(handle -> {
          handle.execute(
              """
              create function stop() returns trigger language plpgsql as
                'begin perform pg_sleep(600); return old; end'
              """);
          return handle.execute(
              """
              create trigger stop before delete on run for each row when (old.id = %d)
                execute function stop()
              """
                  .formatted(run));
        });
  }

  private List<Long> stopped() {
    return column(
        """
        select pid from pg_stat_activity
        where wait_event = 'PgSleep' and datname = current_database()
        """);
  }

  /** The replica that is killed: two runs a batch. */
  public static void main(String[] arguments) {
    var address = DatabaseAddress.parse(arguments[0]);
    var clock = new TestClock();
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
    try (var replica = TestReplica.on(address, clock, List.of())) {
      new OldRuns(since, 2).forget(new Step(replica.database()));
    }
  }
}
