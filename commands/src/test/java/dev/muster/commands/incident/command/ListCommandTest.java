package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.TestIncidents;
import dev.muster.commands.testing.Screen;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCommandTest {

  private final TestChannel channel = new TestChannel();

  private void open(int count) {
    for (var id = 1; id <= count; id++) {
      channel.incidents.add(
          TestIncidents.about(id, "t" + id).joinedBy(TestIncidents.CRITICAL, Optional.empty()));
    }
  }

  @Test
  void the_open_ones_are_listed_newest_first_with_who_has_them() {
    open(3);
    channel.say("/incident ack 1");
    channel.say("/incident resolve 2");

    assertThat(Screen.wide(channel.say("/incident list").message()))
        .isEqualTo(
            """
            #3 t3 · learnhub-db · Critical · nobody has it · 10:00
            #1 t1 · learnhub-db · Critical · DevOps Engineer has it · 10:00
            """);
  }

  @Test
  void ten_are_shown_and_a_button_leads_to_older_ones_until_the_end() {
    open(25);

    var first = channel.say("/incident list");
    var second = channel.say(TestChannel.command(first, "Older"));
    var third = channel.say(TestChannel.command(second, "Older"));

    assertThat(Screen.wide(first.message())).startsWith("#25 ").contains("#16 ");
    assertThat(Screen.wide(second.message())).startsWith("#15 ").contains("#6 ");
    assertThat(Screen.wide(third.message())).startsWith("#5 ").contains("#1 ");
    assertThat(TestChannel.buttons(third)).isEmpty();
  }

  @Test
  void the_button_to_older_ones_keeps_what_was_asked_for() {
    open(11);

    var reply = channel.say("/incident list triggered");

    assertThat(TestChannel.command(reply, "Older")).isEqualTo("/incident list triggered before 2");
  }

  @Test
  void one_state_can_be_asked_for() {
    open(3);
    channel.clock.advance(Duration.ofMinutes(7));
    channel.say("/incident resolve 2");

    assertThat(Screen.wide(channel.say("/incident list Resolved").message()))
        .isEqualTo("#2 t2 · learnhub-db · Critical · resolved by DevOps Engineer · 10:07\n");
    assertThat(channel.say("/incident list all").message().blocks()).hasSize(3);
  }

  @Test
  void no_incident_is_said_in_words() {
    assertThat(channel.say("/incident list").message().fallback())
        .isEqualTo("No incident is open.");
    assertThat(channel.say("/incident list all").message().fallback())
        .isEqualTo("No incident to list.");
    assertThat(channel.say("/incident list before 1").message().fallback()).isEqualTo("No more.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "all 7", "open before", "open before yesterday", "before"})
  void what_cannot_be_listed_is_answered_with_what_can(String words) {
    var reply = channel.say("/incident list " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message())).contains(words, "`/incident list`", "`all`");
  }

  @Test
  void the_help_and_the_answer_to_a_mistake_name_the_same_words_and_each_of_them_works() {
    var usage = new ListCommand(channel.incidents).arguments();
    var words = usage.substring(1, usage.length() - 1).split("\\|");
    var mistake = Screen.wide(channel.say("/incident list banana").message());

    assertThat(words)
        .contains("open", "resolved", "all")
        .allSatisfy(word -> {
          assertThat(mistake).contains("`" + word + "`");
          assertThat(channel.say("/incident list " + word).error()).isEmpty();
        });
  }
}
