package dev.muster.commands.chat.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.late.WhatBecame.Cause;
import dev.muster.commands.chat.once.DoneRequests;
import dev.muster.commands.chat.once.RequestKey;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.testing.MemoryTransactions;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatBecameTest {

  private static final RequestKey KEY = RequestKey.once("command", "T01");
  private static final OwedAnswer OWED =
      new OwedAnswer(
          KEY.requestId(),
          "slack",
          "{}",
          "/incident declare",
          Map.of("title", "Checkout is down", "summary", ""),
          TestClock.START);

  private final MemoryOwedAnswers answers = new MemoryOwedAnswers();
  private final Map<String, Instant> taken = new HashMap<>();
  private boolean isHeld;

  private final DoneRequests requests =
      new DoneRequests() {
        @Override
        public boolean add(String id, Instant at, Duration apart) {
          if (isHeld) {
            throw StoreUnavailable.contended(null);
          }
          return taken.putIfAbsent(id, at) == null;
        }

        @Override
        public void forget(String id) {
          taken.remove(id);
        }
      };

  private final WhatBecame became =
      new WhatBecame(new MemoryTransactions(), requests, answers, new TestClock());

  private Reply ask() {
    return became.of(OWED, Cause.INTERRUPTION);
  }

  private static String shown(Reply reply) {
    return new PlainText(ZoneOffset.UTC).render(reply.message());
  }

  @Test
  void the_answer_that_was_committed_is_told_first() {
    answers.add(OWED);
    answers.answer(OWED.requestId(), Message.of("Declared #1042."));

    var reply = ask();
    assertThat(reply.message().fallback()).isEqualTo("Declared #1042.");
    assertThat(shown(reply)).startsWith("Declared #1042.\n").contains("could not tell you sooner");
    assertThat(reply.error()).isEmpty();
  }

  @Test
  void what_was_done_without_its_answer_is_not_to_be_asked_for_again() {
    answers.outcome = Optional.of("done");

    var reply = ask();
    assertThat(reply.error()).isEmpty();
    assertThat(shown(reply)).contains("Done: /incident declare", "Do not ask for it again");
  }

  @Test
  void what_was_refused_is_not_done() {
    answers.outcome = Optional.of("unconfirmed");

    assertThat(ask().error()).contains(Reply.Error.FAILED);
    assertThat(shown(ask()))
        .contains("Nothing was done", "\"unconfirmed\"", "title: Checkout is down");
  }

  @Test
  void below_a_mistake_that_is_told_late_stands_what_was_typed() {
    answers.add(OWED);
    answers.answer(OWED.requestId(), Message.of("How bad is it?"));
    answers.outcome = Optional.of("invalid");

    assertThat(ask().error()).contains(Reply.Error.FAILED);
    assertThat(shown(ask())).startsWith("How bad is it?\n").contains("title: Checkout is down");
  }

  @Test
  void what_was_not_done_where_the_database_was_lost_can_be_sent_again() {
    assertThat(became.of(OWED, Cause.LOST_DATABASE).isMistake()).isTrue();
    assertThat(KEY.take(requests, TestClock.START)).isTrue();
  }

  @Test
  void what_was_done_where_the_database_was_lost_is_not_done_again() {
    answers.outcome = Optional.of("done");
    assertThat(became.of(OWED, Cause.LOST_DATABASE).isMistake()).isFalse();
    assertThat(KEY.take(requests, TestClock.START)).isFalse();
  }

  @Test
  void of_what_was_not_committed_nothing_was_done_and_what_was_typed_is_kept() {
    assertThat(shown(ask()))
        .isEqualTo(
            """
            Nothing was done: /incident declare was interrupted.
            Muster could not tell you sooner. Ask again.
            This is what you had filled in:
            title: Checkout is down\
            """);
  }

  @Test
  void from_then_on_nobody_does_it() {
    var _ = ask();
    assertThat(KEY.take(requests, TestClock.START)).isFalse();
  }

  @Test
  void while_somebody_may_be_at_it_nobody_knows() {
    isHeld = true;
    assertThatThrownBy(this::ask).isInstanceOf(StoreUnavailable.class);
  }
}
