package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.store.Retention;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database on a clock that goes on by years, and what takes away what is old. */
final class TestUpkeep implements AutoCloseable {

  static final Duration IN_TIME = Duration.ofSeconds(30);
  static final Duration A_YEAR_AND_A_DAY = Duration.ofDays(367);

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);

  TestUpkeep() {
    assertThat(new Partitions(replica.database()).ensure(clock.instant())).isEmpty();
  }

  TestClock clock() {
    return clock;
  }

  TestReplica replica() {
    return replica;
  }

  /** Answers what could not be done. */
  List<String> drop() {
    return new Expiry(replica.database()).drop(Retention.USUAL, clock.instant());
  }

  void ended(long id) {
    run(id, "ended", null, null);
  }

  /** With all that belongs to one. */
  void run(long id, String state, @Nullable Long parent, @Nullable Long incident) {
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

  List<Long> column(String sql) {
    return replica.database().with(handle -> handle.select(sql).mapTo(Long.class).list());
  }

  List<Long> runs() {
    return column("select id from run order by id");
  }

  @Override
  public void close() {
    replica.close();
  }
}
