package dev.muster.bot.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final TestClock clock = new TestClock();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void an_answer_is_good_for_a_second() {
    var remembered = new Remembered(() -> asked.incrementAndGet() == 1, clock);

    assertThat(remembered.getAsBoolean()).isTrue();
    clock.advance(Duration.ofMillis(999));
    assertThat(remembered.getAsBoolean()).isTrue();
    assertThat(asked).hasValue(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(remembered.getAsBoolean()).isFalse();
    assertThat(asked).hasValue(2);
  }

  @Test
  void many_who_ask_at_once_cost_one_question() throws Exception {
    var gate = new Gate();
    var remembered =
        new Remembered(
            () -> {
              gate.pass();
              return asked.incrementAndGet() == 1;
            },
            clock);
    var answers = new ArrayList<Future<Boolean>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 100; i++) {
        answers.add(executor.submit(remembered::getAsBoolean));
      }
      gate.awaitSomebody();
      gate.open();
    }

    for (var answer : answers) {
      assertThat(answer.get()).isTrue();
    }
    assertThat(asked).hasValue(1);
  }
}
