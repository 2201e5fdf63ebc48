package dev.muster.integrations.postgres.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.message.Addressee;
import dev.muster.commands.runbook.message.Announcement;
import dev.muster.integrations.postgres.announce.PostgresAnnouncements.Places;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresAnnouncementsTest {

  private static final Announcement HELLO =
      new Announcement(new Addressee.Channel("ops"), Message.of("Hello"));

  private final TestReplica replica = TestReplica.onNewDatabase(InstantSource.system());
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void is_said_once_however_many_replicas_say_it() throws Exception {
    try (var sibling = replica.sibling();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var _ = TestWorker.start(replica, chat);
        var _ = TestWorker.start(sibling, chat)) {
      for (var i = 0; i < 20; i++) {
        var own = of(i % 2 == 0 ? replica : sibling);
        threads.submit(() -> own.say(Optional.empty(), "run-1/steps.0", HELLO));
      }
      threads.close();

      assertThat(chat.nextPost("ops").text()).isEqualTo("Hello");
      await("all is said").atMost(Duration.ofSeconds(20)).until(() -> left() == 0);
      assertThat(of(replica).isSaid("run-1/steps.0")).isTrue();
      chat.assertNothingElse();
    }
  }

  @Test
  void is_not_said_when_the_transaction_fails() {
    try {
      replica
          .database()
          .inTransaction(() -> {
            of(replica).say(Optional.empty(), "key", HELLO);
            throw new IllegalStateException("as if killed");
          });
    } catch (IllegalStateException expected) {
      assertThat(of(replica).isSaid("key")).isFalse();
      assertThat(left()).isZero();
      return;
    }
    throw new AssertionError("it did not fail");
  }

  @Test
  void an_answer_that_is_lost_has_it_said_no_second_time() {
    chat.loseNextAnswers(1);
    of(replica).say(Optional.empty(), "key", HELLO);

    try (var worker = TestWorker.start(replica, chat)) {
      assertThat(chat.nextPost("ops").text()).isEqualTo("Hello");
      await("all is said").atMost(Duration.ofSeconds(20)).until(() -> left() == 0);
      assertThat(worker.failures(AnnouncementTask.NAME)).isEqualTo(1);
    }
    chat.assertNothingElse();
  }

  @Test
  void says_who_cannot_be_reached() {
    var own = of(replica);

    assertThat(own.hindrance(new Addressee.Channel("ops"))).isEmpty();
    assertThat(own.hindrance(new Addressee.Channel("gone")))
        .contains("there is no channel `gone` in muster.yaml; add it under `channels`");
    assertThat(own.hindrance(new Addressee.Mailed(new Recipient.Mailbox("ops"))))
        .contains("muster.yaml has no mail address for `mailbox:ops`; add one");
  }

  private static PostgresAnnouncements of(TestReplica replica) {
    var places =
        new Places(
            channel -> channel.equals("ops") ? Set.of(TestReplica.PLATFORM) : Set.of(),
            _ -> Optional.empty());
    return new PostgresAnnouncements(replica.database(), replica.work(), places, replica.clock());
  }

  private long left() {
    return replica.count("select count(*) from scheduled_tasks where task_name = 'announcement'");
  }
}
