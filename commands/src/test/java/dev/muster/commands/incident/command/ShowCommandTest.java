package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShowCommandTest {

  private final TestChannel channel = new TestChannel();

  @Test
  void the_post_is_shown_with_the_timeline() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.clock.advance(Duration.ofMinutes(2));
    channel.say("/incident ack 1042");

    assertThat(Screen.wide(channel.say(People.CTO, "/incident show 1042").message()))
        .isEqualTo(
            """
            (CRITICAL) CRITICAL · database_down · learnhub-db #1042
            Primary does not answer. Connection fails for 1 min.
            ACKNOWLEDGED by DevOps Engineer 10:02 (after 2 min) · 1 alert
            runbook↗ · source↗
            10:02  Acknowledged · DevOps Engineer
            [*Post update*] [Mitigated] [Resolve] [Snooze]
            """);
  }

  @Test
  void what_is_over_can_be_opened_again() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.say("/incident resolve 1042 confirm");

    assertThat(TestChannel.buttons(channel.say("/incident show 1042")))
        .extracting(Block.Button::label)
        .containsExactly("Timeline", "Reopen");
  }

  @Test
  void looking_changes_nothing_and_waits_for_nobody() {
    channel.incidents.add(TestIncidents.triggered(1042));
    var before = channel.incidents.get(1042);

    channel.sayInThread(1042, "/incident show");

    assertThat(channel.incidents.get(1042)).isEqualTo(before);
    assertThat(channel.incidents.timeline()).isEmpty();
    assertThat(channel.incidents.replies()).isEmpty();
    assertThat(channel.incidents.locked()).isEmpty();
  }
}
