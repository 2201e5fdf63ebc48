package dev.muster.integrations.slack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.integrations.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String POST = "chat.postMessage";

  private final TestClock clock = new TestClock();
  private final Limits limits = new Limits(clock);

  private Duration refused(String method, String channel) {
    var busy = catchThrowableOfType(SlackException.class, () -> limits.admit(method, channel));
    assertThat(busy).as("%s in %s finds no room", method, channel).isNotNull();
    assertThat(busy.outcome()).isEqualTo(Outcome.BUSY);
    return busy.comeAgainAfter();
  }

  @Test
  void a_channel_takes_a_short_burst_and_then_about_one_a_second() {
    var taken = new ArrayList<Instant>();
    for (var step = 0; step < 300; step++) {
      try {
        limits.admit(POST, "C1");
        taken.add(clock.instant());
      } catch (SlackException busy) {
        assertThat(busy.comeAgainAfter()).isPositive();
      }
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(taken).hasSizeBetween(27, 30);
    for (var i = 3; i < taken.size(); i++) {
      assertThat(Duration.between(taken.get(i - 3), taken.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void one_full_channel_leaves_room_in_the_others() {
    for (var i = 0; i < 3; i++) {
      limits.admit(POST, "C1");
    }
    refused(POST, "C1");
    assertThatCode(() -> limits.admit(POST, "C2")).doesNotThrowAnyException();
  }

  @Test
  void edits_stay_within_fifty_a_minute_in_all_channels_together() {
    var taken = new ArrayList<Instant>();
    for (var step = 0; step < 1_800; step++) {
      try {
        limits.admit("chat.update", "C" + step % 7);
        taken.add(clock.instant());
      } catch (SlackException busy) {
        assertThat(busy.comeAgainAfter()).isPositive();
      }
      clock.advance(Duration.ofMillis(100));
    }
    for (var i = 50; i < taken.size(); i++) {
      assertThat(Duration.between(taken.get(i - 50), taken.get(i)))
          .isGreaterThan(Duration.ofMinutes(1));
    }
    assertThat(taken).hasSizeGreaterThan(130);
  }

  @Test
  void those_who_wait_are_told_different_times() {
    for (var i = 0; i < 3; i++) {
      limits.admit(POST, "C1");
    }
    var waits = new HashSet<Duration>();
    for (var i = 0; i < 20; i++) {
      waits.add(refused(POST, "C1"));
    }
    assertThat(waits).hasSize(20);
  }

  @Test
  void nobody_is_sent_away_for_much_longer_than_a_minute() {
    for (var i = 0; i < 3; i++) {
      limits.admit(POST, "C1");
    }
    for (var i = 0; i < 1_000; i++) {
      assertThat(refused(POST, "C1")).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void what_slack_says_is_kept_to_the_second_and_only_there() {
    limits.close(POST, "C1", Duration.ofSeconds(90));
    assertThat(refused(POST, "C1")).isEqualTo(Duration.ofSeconds(90));
    limits.admit(POST, "C2");
    clock.advance(Duration.ofSeconds(89));
    refused(POST, "C1");
    clock.advance(Duration.ofSeconds(1));
    assertThatCode(() -> limits.admit(POST, "C1")).doesNotThrowAnyException();
  }

  @Test
  void what_people_wait_for_is_never_held_back_by_us() {
    for (var method : List.of("views.open", "chat.postEphemeral", "users.info")) {
      for (var i = 0; i < 1_000; i++) {
        limits.admit(method, "C1");
      }
    }
    limits.close("views.open", "", Duration.ofSeconds(5));
    assertThat(refused("views.open", "")).isEqualTo(Duration.ofSeconds(5));
  }
}
