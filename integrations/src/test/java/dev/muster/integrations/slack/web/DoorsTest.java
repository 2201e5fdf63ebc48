package dev.muster.integrations.slack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.commands.chat.ChatException.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorsTest {

  private final Doors doors = new Doors();

  private void fill(String channel) {
    for (var i = 0; i < 3; i++) {
      var _ = doors.enter("chat.postMessage", channel);
    }
  }

  @Test
  void a_channel_that_hangs_takes_no_more_and_says_when_to_come_again() {
    fill("C1");
    var busy =
        catchThrowableOfType(SlackException.class, () -> doors.enter("chat.update", "C1").close());
    assertThat(busy.outcome()).isEqualTo(Outcome.BUSY);
    assertThat(busy.comeAgainAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void another_channel_and_what_people_wait_for_go_on() {
    fill("C1");
    doors.enter("chat.postMessage", "C2").close();
    doors.enter("chat.postEphemeral", "C1").close();
    doors.enter("auth.test", "").close();
    assertThat(catchThrowableOfType(SlackException.class, () -> fill("C1"))).isNotNull();
  }

  @Test
  void who_leaves_makes_room() {
    fill("C1");
    var another = new Doors();
    for (var i = 0; i < 10; i++) {
      another.enter("chat.postMessage", "C1").close();
    }
    assertThat(another.enter("chat.postMessage", "C1")).isNotNull();
  }
}
