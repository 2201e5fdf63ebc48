package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.deadline.Deadline;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReminderTest {

  private static final Targets ASKED =
      new Targets(
          Optional.of(new Deadline.Within(Duration.ofMinutes(15))),
          Optional.of(new Deadline.Within(Duration.ofHours(1))),
          Optional.empty());

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestWork work = new TestWork(replica);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);
  private final TestWorker worker = TestWorker.start(replica, ASKED, chat);

  @AfterEach
  void close() {
    worker.close();
    replica.close();
  }

  private FakeChat.Sent open() {
    work.open("cpu");
    work.awaitAllDone(clock);
    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    awaitAsleep();
    return post;
  }

  /** Until whatever is due has been looked at and said; the clock goes on from poll to poll. */
  private void awaitAsleep() {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(100));
          return work.rows() == 0 && awake() == 0;
        });
  }

  private long awake() {
    return replica.count(
        "select count(*) from scheduled_tasks where task_name = 'reminder'"
            + " and (picked or execution_time <= '"
            + clock.instant()
            + "')");
  }

  private long said() {
    return replica.count("select count(*) from timeline_entry where kind = 'REMINDER'");
  }

  @Test
  void what_nobody_has_in_time_is_said_once_and_then_what_is_not_over_in_time() {
    var post = open();

    clock.advance(Duration.ofMinutes(15));
    awaitAsleep();
    assertThat(chat.nextReply(post.ref()).text())
        .isEqualTo("Nobody has acknowledged it within 15 min. /incident ack 1");
    work.leaveOut(new IncidentId(1), 1);
    awaitAsleep();
    assertThat(said()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(45));
    awaitAsleep();
    assertThat(chat.nextReply(post.ref()).text())
        .startsWith("It was to be resolved within 1 h. Nobody has it.");
    awaitAsleep();
    assertThat(said()).isEqualTo(2);
    assertThat(replica.count("select count(*) from scheduled_tasks where task_name = 'reminder'"))
        .isZero();
  }

  @Test
  void what_is_over_before_is_never_reminded_of() {
    open();
    work.change(
        new IncidentId(1),
        incident ->
            incident.to(
                ((IncidentState.Open) incident.state())
                    .resolve(new Change(clock.instant(), new Actor.Muster()))));
    awaitAsleep();

    clock.advance(Duration.ofHours(3));
    awaitAsleep();

    assertThat(said()).isZero();
    assertThat(replica.count("select count(*) from scheduled_tasks where task_name = 'reminder'"))
        .isZero();
  }

  @Test
  void two_replicas_say_it_once() {
    var post = open();
    try (var other = TestWorker.start(replica.sibling(), ASKED, chat)) {
      clock.advance(Duration.ofMinutes(15));
      awaitAsleep();

      chat.nextReply(post.ref());

      assertThat(said()).isEqualTo(1);
      assertThat(other.givenUp()).isEmpty();
    }
  }

  private void snooze(Duration time) {
    var by = new Actor.Human(new PersonId("devops"), "DevOps Engineer");
    var change = new Change(clock.instant(), by);
    var snooze = new Snooze(clock.instant().plus(time), change, Optional.of("vendor"));
    work.change(new IncidentId(1), incident -> incident.with(incident.details().snoozed(snooze)));
  }

  @Test
  void what_is_snoozed_comes_back_by_itself_and_says_in_one_word_what_it_missed() {
    var post = open();
    snooze(Duration.ofHours(2));
    awaitAsleep();

    clock.advance(Duration.ofHours(1));
    awaitAsleep();
    assertThat(said()).isZero();

    clock.advance(Duration.ofHours(1));
    awaitAsleep();
    var back = chat.nextReply(post.ref());
    assertThat(back.text())
        .isEqualTo(
            "Back from a snooze of 2 h by DevOps Engineer: vendor. Nobody has it. 1 alert still"
                + " fires.");
    assertThat(back.message().blocks().toString())
        .contains("Nobody has acknowledged it within 15 min.", "to be resolved within 1 h");
    assertThat(replica.incidents().find(new IncidentId(1)).orElseThrow().details().snooze())
        .isEmpty();
  }

  @Test
  void what_becomes_due_after_the_snooze_is_said_as_ever() {
    var post = open();
    snooze(Duration.ofMinutes(5));
    awaitAsleep();

    clock.advance(Duration.ofMinutes(5));
    awaitAsleep();
    assertThat(chat.nextReply(post.ref()).text()).startsWith("Back from a snooze of 5 min");

    clock.advance(Duration.ofMinutes(10));
    awaitAsleep();
    assertThat(chat.nextReply(post.ref()).text()).startsWith("Nobody has acknowledged it");
  }
}
