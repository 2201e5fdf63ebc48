package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.testing.Screen;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which incident is meant, and what is answered when none is. */
class IncidentTargetTest {

  private final TestChannel channel = new TestChannel();

  private void open(long from, long to) {
    for (var id = from; id <= to; id++) {
      channel.incidents.add(
          TestIncidents.about(id, "title " + id)
              .joinedBy(TestIncidents.CRITICAL, Optional.empty()));
    }
  }

  @Test
  void outside_of_a_thread_the_open_ones_are_offered() {
    open(1042, 1043);

    var reply = channel.say("/incident resolve");

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.isPrivate()).isTrue();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            Which incident?
            Open now:
            #1042 title 1042 · learnhub-db · Critical · nobody has it
            #1043 title 1043 · learnhub-db · Critical · nobody has it
            [resolve #1042] [resolve #1043]
            or write `/incident resolve 1042`
            """);
  }

  @Test
  void the_offered_buttons_do_what_was_asked() {
    open(1042, 1043);
    var reply = channel.say("/incident resolve");

    var asked = channel.say(TestChannel.command(reply, "resolve #1042"));
    channel.say(TestChannel.command(asked, "Resolve all the same"));

    assertThat(channel.incidents.get(1042).isOpen()).isFalse();
    assertThat(channel.incidents.get(1043).isOpen()).isTrue();
  }

  @Test
  void of_many_the_worst_four_are_offered_and_the_way_to_the_others() {
    open(1, 6);
    channel.say("/incident ack 1");
    channel.say("/incident severity 3 low");

    var reply = channel.say("/incident ack");

    assertThat(TestChannel.buttons(reply))
        .extracting(Block.Button::command)
        .containsExactly(
            "/incident ack #2", "/incident ack #4", "/incident ack #5", "/incident ack #6");
    assertThat(Screen.wide(reply.message())).endsWith("All of them: `/incident list`\n");
  }

  @Test
  void an_unknown_number_is_answered_with_the_open_ones() {
    open(1042, 1042);

    var reply = channel.say("/incident ack 999");

    assertThat(reply.error()).contains(Reply.Error.NOT_FOUND);
    assertThat(Screen.wide(reply.message()))
        .startsWith("There is no incident #999.\nOpen now:\n#1042 title 1042");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "#", "99999999999999999999", "1e3", "١٢"})
  void what_is_no_number_is_answered_with_the_open_ones(String word) {
    open(1042, 1042);

    var reply = channel.say("/incident ack " + word);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message()))
        .startsWith("\"" + word + "\" is not an incident's number.\nOpen now:\n#1042");
  }

  @Test
  void where_nothing_is_open_the_way_to_the_past_is_shown() {
    var reply = channel.say("/incident ack 999");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            There is no incident #999.
            No incident is open. Past ones: `/incident list all`
            """);
  }

  @Test
  void a_thread_that_is_no_incidents_is_like_none() {
    open(1042, 1042);
    channel.sayInThread(7, "/incident ack");

    assertThat(channel.incidents.get(1042).state()).isInstanceOf(IncidentState.Triggered.class);
  }
}
