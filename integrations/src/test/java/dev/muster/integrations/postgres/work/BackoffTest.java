package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 1000", "3, 2000", "7, 32000", "8, 60000", "9, 60000", "1500, 60000"})
  void each_failure_doubles_the_wait_up_to_a_minute_and_some(int failures, long millis) {
    var least = Duration.ofMillis(millis);

    assertThat(Backoff.delay(failures)).isBetween(least, least.plusMillis(millis / 2));
  }

  @Test
  void what_may_still_be_under_way_is_given_its_time_and_a_refusal_a_minute() {
    assertThat(Backoff.least(failed(Outcome.FAILED, 15))).isEqualTo(Duration.ofSeconds(15));
    assertThat(Backoff.least(failed(Outcome.FAILED, 0))).isEqualTo(Duration.ofMillis(500));
    assertThat(Backoff.least(failed(Outcome.REFUSED, 0))).isEqualTo(Duration.ofMinutes(1));
    assertThat(Backoff.least(new IllegalStateException())).isEqualTo(Duration.ofMillis(500));
  }

  private static ChatException failed(Outcome outcome, int seconds) {
    return new ChatException(outcome, "no", Duration.ofSeconds(seconds), null);
  }

  @Test
  void two_that_fail_together_do_not_come_again_together() {
    var waits = new HashSet<Duration>();
    for (var i = 0; i < 100; i++) {
      waits.add(Backoff.delay(8));
    }

    assertThat(waits).hasSizeGreaterThan(50);
  }
}
