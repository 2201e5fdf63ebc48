package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.commands.chat.once.DoneRequests;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresDoneRequestsTest {

  private static final Instant NOON = TestClock.START;
  private static final Duration APART = Duration.ofSeconds(3);

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final DoneRequests done = new PostgresDoneRequests(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void the_second_one_is_known() {
    assertThat(done.add("once-1", NOON, DoneRequests.KEPT)).isTrue();
    assertThat(done.add("once-2", NOON, DoneRequests.KEPT)).isTrue();
    assertThat(done.add("once-1", NOON.plusSeconds(300), DoneRequests.KEPT)).isFalse();
  }

  @Test
  void long_enough_after_it_is_another_one() {
    assertThat(done.add("click-1", NOON, APART)).isTrue();
    assertThat(done.add("click-1", NOON.plusMillis(2_999), APART)).isFalse();
    assertThat(done.add("click-1", NOON.plusSeconds(3), APART)).isTrue();
    assertThat(done.add("click-1", NOON.plusSeconds(5), APART)).isFalse();
  }

  @Test
  void an_older_one_that_comes_late_is_known() {
    assertThat(done.add("click-1", NOON, APART)).isTrue();
    assertThat(done.add("click-1", NOON.plusSeconds(9), APART)).isTrue();
    assertThat(done.add("click-1", NOON, APART)).isFalse();
  }

  @Test
  void what_is_forgotten_is_new_again() {
    done.add("once-1", NOON, DoneRequests.KEPT);
    done.forget("once-1");
    assertThat(done.add("once-1", NOON, DoneRequests.KEPT)).isTrue();
  }

  @Test
  void what_is_rolled_back_is_not_known() {
    var broken =
        catchThrowable(() ->
            replica
                .database()
                .inTransaction(() -> {
                  done.add("once-1", NOON, DoneRequests.KEPT);
                  throw new IllegalStateException("broken");
                }));

    assertThat(broken).isInstanceOf(IllegalStateException.class);
    assertThat(done.add("once-1", NOON, DoneRequests.KEPT)).isTrue();
  }

  @Test
  void of_two_at_once_one_waits_for_the_other() throws Exception {
    var added = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              replica
                  .database()
                  .inTransaction(() -> {
                    var isNew = done.add("once-1", NOON, DoneRequests.KEPT);
                    added.countDown();
                    await(commit);
                    return isNew;
                  }));
      added.await();
      var second = threads.submit(() -> done.add("once-1", NOON, DoneRequests.KEPT));
      commit.countDown();

      assertThat(first.get()).isTrue();
      assertThat(second.get()).isFalse();
    }
  }

  @Test
  void what_is_too_old_is_forgotten() {
    done.add("once-1", NOON, DoneRequests.KEPT);
    done.add("once-2", NOON.plus(DoneRequests.KEPT).plusSeconds(1), DoneRequests.KEPT);

    var left =
        replica
            .database()
            .with(
                handle -> handle.select("select id from done_request").mapTo(String.class).list());
    assertThat(left).containsExactly("once-2");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
