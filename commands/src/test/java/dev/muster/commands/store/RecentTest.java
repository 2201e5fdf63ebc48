package dev.muster.commands.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentTest {

  private final TestClock clock = new TestClock();
  private final Recent<String, Integer> recent = new Recent<>(2, Duration.ofSeconds(5), clock);

  @Test
  void what_was_found_is_there_for_a_while() {
    recent.put("a", 1);
    clock.advance(Duration.ofMillis(4_999));
    assertThat(recent.get("a")).contains(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(recent.get("a")).isEmpty();
  }

  @Test
  void the_oldest_goes_when_there_are_too_many() {
    recent.put("a", 1);
    recent.put("b", 2);
    recent.put("a", 3);
    recent.put("c", 4);

    assertThat(recent.get("b")).isEmpty();
    assertThat(recent.get("a")).contains(3);
    assertThat(recent.get("c")).contains(4);
  }

  @Test
  void another_value_stays_no_longer() {
    recent.put("a", 1);
    clock.advance(Duration.ofSeconds(4));
    recent.replace("a", 2);
    recent.replace("b", 3);
    assertThat(recent.get("a")).contains(2);
    assertThat(recent.get("b")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(recent.get("a")).isEmpty();
  }

  @Test
  void only_the_first_of_a_while_is_new() {
    assertThat(recent.add("a", 1)).isTrue();
    assertThat(recent.add("a", 1)).isFalse();
    clock.advance(Duration.ofSeconds(5));
    assertThat(recent.add("a", 1)).isTrue();
  }
}
