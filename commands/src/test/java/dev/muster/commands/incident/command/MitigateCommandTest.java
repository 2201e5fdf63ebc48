package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import dev.muster.commands.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MitigateCommandTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.clock.advance(Duration.ofMinutes(2));
  }

  private IncidentState state() {
    return channel.incidents.get(1042).state();
  }

  @Test
  void what_is_mitigated_stays_open_for_whoever_had_it() {
    channel.say("/incident ack 1042");
    channel.clock.advance(Duration.ofMinutes(18));

    var reply = channel.say(People.BACKEND, "/incident mitigate 1042");

    assertThat(reply.message().fallback())
        .isEqualTo("Mitigated #1042. It stays open until somebody resolves it.");
    assertThat(state())
        .isEqualTo(
            new IncidentState.Mitigated(
                new Change(TestClock.minute(20), Actor.of(People.BACKEND)),
                new Change(TestClock.minute(2), Actor.of(People.DEVOPS))));
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo(
            "Backend Engineer mitigated it, 20 min after it began. It is watched until resolved.");
    assertThat(Screen.phone(IncidentPost.render(channel.incidents.get(1042))))
        .isEqualTo(
            """
            (CRITICAL) CRITICAL · database_down
            · learnhub-db #1042
            Primary does not answer. Connection
            fails for 1 min.
            MITIGATED by Backend Engineer 10:20
            (after 20 min) · 1 alert
            runbook↗ · source↗
            [*Resolve*] [Post update] [It is
            back] [Snooze]
            """);
  }

  @Test
  void whoever_mitigates_what_nobody_had_has_it() {
    channel.say("/incident mitigate 1042");

    assertThat(state().acknowledged()).map(Change::by).contains(Actor.of(People.DEVOPS));
  }

  @Test
  void a_second_one_changes_nothing() {
    channel.say("/incident mitigate 1042");
    var before = channel.incidents.get(1042);

    var reply = channel.say(People.BACKEND, "/incident mitigated 1042");

    assertThat(reply.message().fallback())
        .isEqualTo("#1042: DevOps Engineer mitigated it already. Nothing was changed.");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
  }

  @Test
  void after_the_end_it_says_so() {
    channel.say("/incident resolve 1042 confirm");

    assertThat(channel.say("/incident mitigate 1042").message().fallback())
        .isEqualTo("#1042: DevOps Engineer resolved it already. Nothing was changed.");
  }

  @Test
  void it_is_back_for_whoever_had_it() {
    channel.say("/incident ack 1042");
    var had = state().acknowledged();
    channel.say("/incident mitigate 1042");
    var post = Reply.toAsker(IncidentPost.render(channel.incidents.get(1042)));

    channel.say(People.BACKEND, TestChannel.command(post, "It is back"));

    assertThat(state()).isEqualTo(new IncidentState.Acknowledged(had.orElseThrow()));
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("Backend Engineer opened it again: DevOps Engineer has it.");
  }

  @Test
  void the_end_remembers_when_it_was_mitigated() {
    channel.say("/incident mitigate 1042");
    channel.clock.advance(Duration.ofMinutes(60));
    channel.say("/incident resolve 1042 confirm");

    assertThat(Screen.wide(IncidentPost.render(channel.incidents.get(1042))))
        .contains("RESOLVED by DevOps Engineer 11:02 · 1 alert")
        .contains("mitigated after 2 min");
  }
}
