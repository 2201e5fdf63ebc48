package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OldRunsTest {

  @AutoClose private final TestUpkeep upkeep = new TestUpkeep();
  private final TestClock clock = upkeep.clock();
  private final TestReplica replica = upkeep.replica();

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

  @Test
  void a_run_goes_a_year_after_its_end_with_all_that_is_its() {
    upkeep.ended(1);
    clock.advance(Duration.ofDays(2));
    upkeep.ended(2);
    clock.advance(Duration.ofDays(365));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).containsExactly(2L);
    for (var table : List.of("run_step", "run_log", "run_news", "run_post", "announcement")) {
      assertThat(upkeep.column("select run_id from " + table)).as(table).containsExactly(2L);
    }
  }

  @Test
  void a_run_that_is_open_stays_however_old_it_is() {
    upkeep.run(1, "asking", null, null);
    upkeep.run(2, "needs-attention", null, null);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).containsExactly(1L, 2L);
  }

  @Test
  void a_run_goes_with_those_that_it_started_and_stays_while_one_of_them_is_not_over() {
    upkeep.ended(1);
    upkeep.run(2, "ended", 1L, null);
    upkeep.run(3, "ended", 2L, null);
    upkeep.ended(11);
    upkeep.run(12, "ended", 11L, null);
    upkeep.run(13, "paused", 12L, null);
    upkeep.run(21, "nesting", null, null);
    upkeep.run(22, "ended", 21L, null);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);

    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).containsExactly(11L, 12L, 13L, 21L, 22L);
  }

  @Test
  void a_run_whose_own_run_somebody_takes_up_again_meanwhile_stays_whole() throws Exception {
    upkeep.ended(1);
    clock.advance(Duration.ofDays(3));
    upkeep.run(2, "ended", 1L, null);
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

    assertThat(upkeep.runs()).containsExactly(1L, 2L);
  }

  private static final String TAKEN_UP =
      "update run set state = 'running', ended_at = null, fence = fence + 1 where id = ?";

  @Test
  void a_run_stays_until_somebody_has_looked_at_the_glass_that_was_broken_in_it() {
    upkeep.ended(1);
    upkeep.run(2, "ended", 1L, null);
    glass(2, false);
    upkeep.ended(3);
    glass(3, true);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(upkeep.runs()).containsExactly(1L, 2L);
    assertThat(upkeep.column("select run_id from glass_review")).containsExactly(2L);
    var lookedAt = Rows.utc(clock.instant());
    replica
        .database()
        .with(handle -> handle.execute("update glass_review set closed_at = ?", lookedAt));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).isEmpty();
    assertThat(upkeep.column("select run_id from glass_review"))
        .as("just looked at")
        .containsExactly(2L);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(replica.count("select count(*) from glass_review")).isZero();
  }

  @Test
  void a_run_stays_as_long_as_its_incident_is_open() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    var incident = upkeep.column("select id from incident").getFirst();
    upkeep.run(1, "ended", null, incident);
    started("clear-cache", incident);
    said("held:" + incident + ":clear-cache");
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY.multipliedBy(2));
    assertThat(upkeep.drop()).isEmpty();
    assertThat(upkeep.runs()).containsExactly(1L);
    assertThat(left()).isEqualTo(Map.of("starts", 1L, "said", 1L));
    replica.database().with(handle -> handle.execute("update incident set status = 'resolved'"));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).isEmpty();
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
    upkeep.run(1, "ended", null, 2L);
    clock.advance(TestUpkeep.A_YEAR_AND_A_DAY);
    assertThat(upkeep.drop()).isEmpty();
    assertThat(upkeep.runs()).containsExactly(1L);
    replica.database().with(handle -> handle.execute("update incident set status = 'resolved'"));

    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).isEmpty();
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
}
