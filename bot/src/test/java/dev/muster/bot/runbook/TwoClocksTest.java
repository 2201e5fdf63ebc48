package dev.muster.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.Configs;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.endtoend.Sql;
import dev.muster.commands.runbook.trigger.ClockStarts;
import dev.muster.commands.runbook.trigger.Clocked;
import dev.muster.commands.runbook.trigger.TriggerMeans;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.postgres.trigger.PostgresClockStore;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two replicas on one PostgreSQL look at the clock at the same moment, each on two threads. */
class TwoClocksTest {

  private static final int DAYS = 20;
  private static final int AT_ONCE = 4;
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final String REPORT =
      """
      apiVersion: muster/v1
      runbook: report
      title: The daily report
      reviewed: 2026-11-21
      on: {schedule: {cron: "0 12 * * *", timezone: UTC, channel: alerts}}
      steps: [{uses: confirm, with: {message: Is it read?}}]
      """;

  private static final String SAID =
      "select task_instance from scheduled_tasks where task_name = 'announcement'";

  private final Config config =
      Configs.with(
          "routes: [{notify: [\"channel:alerts\"]}]\n", Map.of("runbooks/report.yaml", REPORT));
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON.minusSeconds(60));
  private final InstantSource clock = now::get;
  private final String url = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(url);

  @Test
  void each_tick_starts_one_run_and_what_was_missed_is_said_once() throws Exception {
    try (var one = replica("one");
        var other = replica("other")) {
      var clocks = List.of(clocks(one), clocks(other));
      turnAtOnce(clocks);
      assertThat(runs()).isZero();

      for (var day = 0; day < DAYS; day++) {
        now.set(NOON.plus(Duration.ofDays(day)));
        turnAtOnce(clocks);
        assertThat(runs()).as("after %d ticks", day + 1).isEqualTo(day + 1);
      }
      assertThat(sql.column(SAID)).as("what is in time speaks for itself").isEmpty();

      now.set(NOON.plus(Duration.ofDays(DAYS + 3)).plusSeconds(7200));
      turnAtOnce(clocks);
      turnAtOnce(clocks);
      assertThat(runs()).as("four were missed").isEqualTo(DAYS + 1);
      assertThat(sql.column(SAID)).hasSize(1);
      assertThat(sql.one("select convert_from(task_data, 'UTF8') from scheduled_tasks"))
          .contains("The clock starts The daily report: run", "and 3 times more since");
    }
  }

  private void turnAtOnce(List<ClockStarts> clocks) throws Exception {
    var together = new CyclicBarrier(AT_ONCE);
    var turns = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < AT_ONCE; i++) {
        var starts = clocks.get(i % clocks.size());
        turns.add(
            threads.submit(() -> {
              together.await(30, TimeUnit.SECONDS);
              starts.turn();
              return true;
            }));
      }
    }
    for (var turn : turns) {
      turn.get();
    }
  }

  private int runs() {
    return Integer.parseInt(sql.one("select count(*) from run"));
  }

  private Database replica(String name) {
    return new Database(Pools.open(DatabaseAddress.parse(url), name, AT_ONCE));
  }

  private ClockStarts clocks(Database database) {
    var runs = RunMeans.of(StepKinds.all(), () -> config, _ -> null, clock);
    var triggers =
        new RunTriggers(
            () -> config,
            () -> AlertRules.NONE,
            Mirrors.everywhere(List.of("builtin")),
            () -> {},
            clock);
    var means =
        new TriggerMeans(
            runs.over(database, () -> {}, clock),
            triggers.announcements(database),
            () -> ZoneOffset.UTC);
    return new ClockStarts(
        () -> Clocked.of(config.runbooks().timed()),
        config::notices,
        database,
        means,
        new PostgresClockStore(database));
  }
}
