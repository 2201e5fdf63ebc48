package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a storm into one incident costs: the clock is moved, the edits are counted. */
class BusyIncidentTest {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int SECONDS = 5;

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestWork work = new TestWork(replica);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);
  private TestWorker worker;

  @BeforeEach
  void start() {
    worker = TestWorker.start(replica, chat);
  }

  @AfterEach
  void close() {
    worker.close();
    replica.close();
  }

  @Test
  void a_quiet_post_is_edited_at_once_and_a_busy_one_once_a_second() {
    var incident = work.open("cpu");
    work.awaitAllDone(clock);
    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    clock.advance(Duration.ofMinutes(1));

    var version = work.leaveOut(incident, 1);
    clock.advance(POLL);
    chat.awaitVersion(post.ref(), version);
    assertThat(chat.edits(post.ref())).isEqualTo(1);

    for (var i = 0; i < SECONDS * 10; i++) {
      version = work.leaveOut(incident, i + 2);
      clock.advance(POLL);
    }
    work.awaitAllDone(clock);

    assertThat(chat.awaitVersion(post.ref(), version).version()).isEqualTo(version);
    assertThat(chat.edits(post.ref())).isBetween(2, 1 + SECONDS + 1);
    chat.assertNothingElse();
  }
}
