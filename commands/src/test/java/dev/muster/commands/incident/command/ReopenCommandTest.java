package dev.muster.commands.incident.command;

import static dev.muster.commands.testing.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReopenCommandTest {

  private final TestChannel channel = new TestChannel();

  @BeforeEach
  void setUp() {
    channel.incidents.add(TestIncidents.triggered(1042));
    channel.say("/incident ack 1042");
    channel.say("/incident update 1042 Soon over next:30m");
    channel.say("/incident resolve 1042 confirm");
  }

  @Test
  void what_was_over_begins_anew_with_nobody_and_no_promises() {
    var reply = channel.say(People.BACKEND, "/incident reopen 1042");

    assertThat(reply.message().fallback()).isEqualTo("Opened #1042 again: nobody has it.");
    var incident = channel.incidents.get(1042);
    assertThat(incident.state()).isEqualTo(new IncidentState.Triggered());
    assertThat(incident.details().times().nextUpdate()).isEmpty();
    assertThat(channel.incidents.timeline().getLast().kind()).isEqualTo(Kind.REOPENED);
    assertThat(channel.incidents.replies().getLast().message().fallback())
        .isEqualTo("Backend Engineer opened it again: nobody has it.");
  }

  @Test
  void the_post_of_what_is_over_offers_it() {
    var post = Reply.toAsker(IncidentPost.render(channel.incidents.get(1042)));

    channel.say(TestChannel.command(post, "Reopen"));

    assertThat(channel.incidents.get(1042).isOpen()).isTrue();
  }

  @Test
  void what_is_open_stays_as_it_is() {
    channel.say("/incident reopen 1042");
    var before = channel.incidents.get(1042);

    var reply = channel.say("/incident reopen 1042");

    assertThat(reply.message().fallback()).isEqualTo("#1042 is open. Nothing was changed.");
    assertThat(channel.incidents.get(1042)).isEqualTo(before);
  }

  @Test
  void where_the_same_alerts_have_opened_another_that_one_is_shown() {
    var headline = Headline.of("database_down");
    channel.incidents.add(
        Incident.open(
            new IncidentId(1043), "g1042", "incidents", headline, TestIncidents.CRITICAL, START));

    var reply = channel.say("/incident reopen 1042");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            The alerts of #1042 have opened #1043 since. Nothing was changed.
            [*Show #1043*] [Merge #1042 into #1043]
            """);
    assertThat(channel.incidents.get(1042).isOpen()).isFalse();
  }
}
