package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.AuditEntry;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.late.AnswerBearer;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.chat.late.OwedAnswers;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What nobody keeps is told by somebody else, and what is kept is not. */
class OwedAnswersTest {

  private static final RequestKey KEY = RequestKey.once("command", "T01");
  private static final Place PLACE = new Place("chat", "incidents", Optional.empty());

  private final TestClock clock = new TestClock();
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresOwedAnswers answers = replica.owed();
  private final PostgresDoneRequests requests = new PostgresDoneRequests(replica.database());
  private final PostgresAuditLog audit = new PostgresAuditLog(replica.database());
  private final OwedAnswer owed =
      new OwedAnswer(
          KEY.requestId(), "chat", "there", "/incident ack 7", Map.of(), clock.instant());
  private final Told told = new Told();

  private static final class Told implements AnswerBearer {
    private final List<String> words = new CopyOnWriteArrayList<>();
    private volatile int failures;

    @Override
    public String platform() {
      return "chat";
    }

    @Override
    public void bear(OwedAnswer owed, Message answer) {
      if (failures > 0) {
        failures--;
        throw new ChatException(ChatException.Outcome.FAILED, "away", Duration.ZERO, null);
      }
      words.add(owed.address() + ": " + answer.fallback());
    }
  }

  private long rows() {
    return replica.count(
        "select (select count(*) from owed_answer) + (select count(*) from scheduled_tasks"
            + " where task_name = 'owed-answer')");
  }

  /** The clock goes on from poll to poll. */
  private void await(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(100));
          return condition.getAsBoolean();
        });
  }

  private void done() {
    KEY.take(requests, clock.instant());
    audit.record(
        new AuditEntry(
            clock.instant(),
            "devops",
            PLACE,
            "incident ack",
            "done",
            KEY.requestId(),
            Optional.empty()));
  }

  @Test
  void what_is_told_leaves_nothing_behind() {
    assertThat(answers.add(owed)).isTrue();
    assertThat(answers.add(owed)).isFalse();
    assertThat(answers.find(owed.key())).contains(owed);
    assertThat(answers.keep(owed)).isTrue();
    answers.remove(owed);
    assertThat(rows()).isZero();
    assertThat(answers.keep(owed)).isFalse();
  }

  @Test
  void what_nobody_keeps_is_told_once_and_for_ever_undone() {
    answers.add(owed);
    clock.advance(OwedAnswers.LEASE);
    try (var _ = TestWorker.start(replica, told);
        var _ = TestWorker.start(replica, told)) {
      await(() -> rows() == 0);
    }
    assertThat(told.words)
        .containsExactly("there: Nothing was done: /incident ack 7 was interrupted.");
    assertThat(KEY.take(requests, clock.instant())).isFalse();
  }

  @Test
  void what_was_committed_is_told_with_its_answer() {
    answers.add(owed);
    replica
        .database()
        .inTransaction(() -> {
          done();
          answers.answer(owed.requestId(), Message.of("You have it."));
        });
    clock.advance(OwedAnswers.LEASE);
    try (var _ = TestWorker.start(replica, told)) {
      await(() -> rows() == 0);
    }
    assertThat(told.words).containsExactly("there: You have it.");
  }

  @Test
  void a_transaction_that_is_under_way_is_waited_for() {
    answers.add(owed);
    clock.advance(OwedAnswers.LEASE);
    var gate = new Gate();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() ->
          replica
              .database()
              .inTransaction(() -> {
                done();
                gate.pass();
              }));
      gate.awaitSomebody();
      try (var _ = TestWorker.start(replica, told)) {
        await(() -> replica.count(WAITING) > 0);
        assertThat(told.words).isEmpty();
        gate.open();
        await(() -> rows() == 0);
      }
    }
    assertThat(told.words)
        .containsExactly("there: Done: /incident ack 7. Do not ask for it again.");
  }

  private static final String WAITING =
      "select count(*) from pg_locks where not granted and locktype = 'transactionid'";

  @Test
  void a_chat_that_is_away_is_asked_again() {
    answers.add(owed);
    told.failures = 3;
    clock.advance(OwedAnswers.LEASE);
    try (var worker = TestWorker.start(replica, told)) {
      await(() -> rows() == 0);
      assertThat(worker.failures("owed-answer")).isEqualTo(3);
    }
    assertThat(told.words).hasSize(1);
  }
}
