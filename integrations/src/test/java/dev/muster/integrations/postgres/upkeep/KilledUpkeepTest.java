package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An upkeep that ends in the middle. */
class KilledUpkeepTest {

  @AutoClose private final TestUpkeep upkeep = new TestUpkeep();
  private final TestReplica replica = upkeep.replica();

  @Test
  void a_crash_in_the_middle_leaves_whole_runs_and_the_next_upkeep_goes_on() throws Exception {
    for (var id = 1; id <= 5; id++) {
      upkeep.ended(id);
    }
    upkeep.clock().advance(TestUpkeep.A_YEAR_AND_A_DAY);
    stopAt(4);
    try (var doomed = DoomedProcess.start(KilledUpkeepTest.class, replica.address().jdbcUrl())) {
      await("the third batch").atMost(TestUpkeep.IN_TIME).until(() -> !stopped().isEmpty());
      doomed.kill();
    }
    // What PostgreSQL does by itself once it sees that nobody is there.
    stopped().forEach(one -> upkeep.column("select pg_terminate_backend(%d)::int".formatted(one)));
    await("rolled back").atMost(TestUpkeep.IN_TIME).until(() -> stopped().isEmpty());

    assertThat(upkeep.runs()).containsExactly(3L, 4L, 5L);
    assertThat(upkeep.column("select run_id from run_step order by 1")).containsExactly(3L, 4L, 5L);
    replica.database().with(handle -> handle.execute("drop trigger stop on run"));
    assertThat(upkeep.drop()).isEmpty();

    assertThat(upkeep.runs()).isEmpty();
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
    return upkeep.column(
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
