package dev.muster.integrations.postgres.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.store.Retention;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.util.List;

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

  @Override
  public void close() {
    replica.close();
  }
}
