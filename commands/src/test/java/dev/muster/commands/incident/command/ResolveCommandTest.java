package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveCommandTest {

  private final TestChannel channel = new TestChannel();

  @Test
  void an_incident_whose_alerts_are_over_is_resolved_without_more_ado() {
    channel.incidents.add(TestIncidents.triggered(1042).recovered());
    channel.clock.advance(Duration.ofMinutes(26));

    var reply = channel.say("/incident resolve 1042");

    assertThat(Screen.wide(reply.message())).isEqualTo("Resolved #1042 database_down.\n[Reopen]\n");
    assertThat(channel.incidents.get(1042).isOpen()).isFalse();
    assertThat(channel.incidents.timeline())
        .extracting(TimelineEntry::text)
        .containsExactly("Resolved");
    assertThat(channel.incidents.replies())
        .extracting(said -> said.message().fallback())
        .containsExactly("DevOps Engineer resolved it, 26 min after it began.");
  }

  @Test
  void what_still_fires_is_said_with_what_follows_from_it() {
    channel.incidents.add(TestIncidents.triggered(1042));

    var reply = channel.say("/incident resolve 1042 confirm");

    assertThat(channel.incidents.get(1042).isOpen()).isFalse();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Resolved #1042 database_down.
            1 alert still fires. What goes on like this stays quiet for half an hour, or as long as its route says; then it opens another incident.
            [Reopen]
            """);

    channel.say(TestChannel.command(reply, "Reopen"));
    assertThat(channel.incidents.get(1042).isOpen()).isTrue();
  }

  @Test
  void what_still_fires_is_asked_about_before_anything_is_done() {
    channel.incidents.add(TestIncidents.triggered(1042));
    var said = "root-cause:\"Slow query\" users:612";

    var asked = channel.say("/incident resolve 1042 " + said);

    assertThat(asked.error()).contains(Reply.Error.UNCONFIRMED);
    assertThat(Screen.wide(asked.message()))
        .isEqualTo(
            """
            #1042 database_down: 1 alert still fires. Resolved now, it opens again if one fires anew. Nothing was done yet.
            [*Resolve all the same*]
            or write `/incident resolve #1042 confirm root-cause:"Slow query" users:612`
            """);
    assertThat(channel.incidents.get(1042).isOpen()).isTrue();

    channel.say(TestChannel.command(asked, "Resolve all the same"));

    var over = channel.incidents.get(1042);
    assertThat(over.isOpen()).isFalse();
    assertThat(over.details().findings().rootCause()).contains("Slow query");
    assertThat(over.details().findings().affectedUsers()).contains(612L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirm", "--confirm", "--yes", "confirm:yes", "users:612 --yes"})
  void who_knows_that_it_fires_says_so_at_once(String words) {
    channel.incidents.add(TestIncidents.triggered(1042));

    channel.say("/incident resolve 1042 " + words);

    assertThat(channel.incidents.get(1042).isOpen()).isFalse();
  }

  @Test
  void in_its_thread_the_word_alone_is_enough() {
    channel.incidents.add(TestIncidents.triggered(1042));

    assertThat(channel.sayInThread(1042, "/incident resolve").error())
        .contains(Reply.Error.UNCONFIRMED);
    channel.sayInThread(1042, "/incident resolve confirm");

    assertThat(channel.incidents.get(1042).isOpen()).isFalse();
  }

  @Test
  void a_word_in_the_middle_of_a_finding_confirms_nothing() {
    channel.incidents.add(TestIncidents.triggered(1042));

    channel.say("/incident resolve 1042 resolution:Customers still have to confirm");

    assertThat(channel.incidents.get(1042).isOpen()).isTrue();
  }

  @Test
  void who_had_it_is_remembered_after_the_end() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.say("/incident ack 1042");

    channel.say(People.BACKEND, "/incident close 1042 confirm");

    assertThat(channel.incidents.get(1042).state())
        .isInstanceOfSatisfying(
            IncidentState.Resolved.class,
            over -> {
              assertThat(over.change().by()).isEqualTo(Actor.of(People.BACKEND));
              assertThat(over.acknowledged().map(Change::by)).contains(Actor.of(People.DEVOPS));
            });
  }

  @Test
  void a_second_resolve_changes_nothing() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.say("/incident resolve 1042 confirm");
    var before = channel.incidents.get(1042);
    channel.clock.advance(Duration.ofMinutes(5));

    var reply = channel.say(People.BACKEND, "/incident resolve 1042 confirm");

    assertThat(reply.error()).isEmpty();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo("#1042 was resolved by DevOps Engineer 10:00. Nothing was changed.\n");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
    assertThat(channel.incidents.replies()).hasSize(1);
  }
}
