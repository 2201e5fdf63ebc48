package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void upkeep_that_failed_is_counted_and_tried_again_within_minutes() {
    var runs = new AtomicInteger();
    Runnable failsOnce =
        () -> {
          if (runs.incrementAndGet() == 1) {
            throw new IllegalStateException("the first time");
          }
        };
    try (var worker = TestWorker.start(replica, failsOnce)) {
      await().until(() -> worker.failures(Upkeep.NAME) == 1);
      assertThat(runs).hasValue(1);

      await().until(() -> isDueIn(Upkeep.AGAIN));
      clock.advance(Upkeep.AGAIN);

      await().until(() -> runs.get() == 2);
      await().until(() -> isDueIn(Duration.ofHours(6)));
      assertThat(worker.failures(Upkeep.NAME)).isEqualTo(1);
    }
  }

  private boolean isDueIn(Duration wait) {
    return replica.count(
            "select count(*) from scheduled_tasks where task_name = 'upkeep' and not picked"
                + " and execution_time = timestamptz '"
                + clock.instant().plus(wait)
                + "'")
        == 1;
  }
}
