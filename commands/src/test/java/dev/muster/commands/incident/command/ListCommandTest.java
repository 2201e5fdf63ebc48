package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
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
  void the_open_ones_are_listed_worst_first_then_those_that_nobody_has() {
    open(4);
    channel.say("/incident ack 1");
    channel.say("/incident resolve 2 confirm");
    channel.say("/incident severity 3 low");

    assertThat(Screen.wide(channel.say("/incident list").message()))
        .isEqualTo(
            """
            3 open incidents, the worst first
            #4 t4 · learnhub-db · Critical · nobody has it · 10:00 ›
            #1 t1 · learnhub-db · Critical · DevOps Engineer has it · 10:00 ›
            #3 t3 · learnhub-db · Low · nobody has it · 10:00 ›
            """);
    assertThat(TestChannel.command(channel.say("/incident list"), "Show #1"))
        .isEqualTo("/incident show #1");
  }

  @Test
  void ten_are_shown_with_how_many_more_and_a_button_to_them() {
    open(25);

    var first = channel.say("/incident list");
    var second = channel.say(TestChannel.command(first, "10 more"));
    var third = channel.say(TestChannel.command(second, "5 more"));

    assertThat(Screen.wide(first.message()))
        .contains("25 open incidents", "#10 ", "15 more: `/incident list open page:2`")
        .doesNotContain("#11 ");
    assertThat(Screen.wide(third.message())).contains("#21 ", "#25 ");
    assertThat(TestChannel.buttons(third))
        .extracting(Block.Button::label)
        .containsExactly("Show #21", "Show #22", "Show #23", "Show #24", "Show #25");
  }

  @Test
  void past_ones_are_listed_newest_first_and_a_button_leads_to_older_ones() {
    open(11);

    var first = channel.say("/incident list all");
    var second = channel.say(TestChannel.command(first, "Older"));

    assertThat(Screen.wide(first.message())).contains("#11 ", "#2 ").doesNotContain("#1 ");
    assertThat(Screen.wide(second.message())).contains("#1 ");
  }

  @Test
  void one_severity_or_only_what_somebody_has_can_be_asked_for() {
    open(12);
    channel.say("/incident ack 5 6");
    channel.say("/incident severity 6 high");

    assertThat(Screen.wide(channel.say("/incident list mine").message()))
        .startsWith("2 open incidents of yours, the worst first\n#5 ");
    var low = channel.say("/incident list mine --severity HIGH");
    assertThat(Screen.wide(low.message())).contains("1 open incident of yours", "#6 ");
    var more = channel.say("/incident list severity:Critical");
    assertThat(TestChannel.command(more, "1 more"))
        .isEqualTo("/incident list open severity:\"Critical\" page:2");
  }

  @Test
  void one_state_can_be_asked_for() {
    open(3);
    channel.clock.advance(Duration.ofMinutes(7));
    channel.say("/incident resolve 2 confirm");

    assertThat(Screen.wide(channel.say("/incident list Resolved").message()))
        .endsWith("#2 t2 · learnhub-db · Critical · resolved by DevOps Engineer · 10:07 ›\n");
    assertThat(channel.say("/incident list status:all").message().blocks()).hasSize(4);
  }

  @Test
  void a_number_in_place_of_a_verb_shows_that_incident() {
    open(3);

    var reply = channel.say("/incident 2");

    assertThat(reply.error()).isEmpty();
    assertThat(reply.message().fallback()).contains("t2", "(#2)");
    assertThat(channel.say("/incident #3").message().fallback()).contains("(#3)");
    assertThat(channel.say("/incident 99").error()).contains(Reply.Error.NOT_FOUND);
  }

  @Test
  void no_incident_is_said_in_words() {
    assertThat(channel.say("/incident list").message().fallback())
        .isEqualTo("No incident is open.");
    assertThat(channel.say("/incident list all").message().fallback())
        .isEqualTo("No incident to list.");
    assertThat(channel.say("/incident list all before:1").message().fallback())
        .isEqualTo("No more.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "7", "severity:banana", "status:banana", "page:x"})
  void what_cannot_be_listed_is_answered_with_what_can(String words) {
    var reply = channel.say("/incident list " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(Screen.wide(reply.message())).contains("Write for example `/incident list");
  }

  @Test
  void a_slip_of_the_finger_is_mended_by_a_button() {
    open(1);

    var reply = channel.say("/incident list resovled");

    assertThat(TestChannel.command(reply, "Yes, do it")).isEqualTo("/incident list resolved");
    assertThat(TestChannel.command(channel.say("/incident list sevrity:high"), "Yes, do it"))
        .isEqualTo("/incident list severity:high");
    assertThat(TestChannel.command(channel.say("/incident list severity:hihg"), "Yes, do it"))
        .isEqualTo("/incident list severity:High");
  }

  @Test
  void each_word_that_the_help_names_works() {
    assertThat(IncidentQuery.words())
        .contains("open", "resolved", "all", "mine")
        .allSatisfy(word -> assertThat(channel.say("/incident list " + word).error()).isEmpty());
  }
}
