package dev.muster.commands.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.people.Person;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpCommandTest {

  private final CommandTable table =
      new CommandTable(
          List.of(
              EchoCommand.needing("incident:act", "incident ack", "acknowledge"),
              EchoCommand.needing("incident:view", "incident show"),
              EchoCommand.named("help")));

  private Reply help(Person actor, String... words) {
    var invocation =
        new Invocation(actor, new Place("web", "random", Optional.empty()), "/help", "r1");
    return new HelpCommand(() -> table, People.directory()).run(invocation, List.of(words));
  }

  @Test
  void everybody_sees_only_what_they_may_do() {
    assertThat(Screen.wide(help(People.CTO).message()))
        .contains("`/incident`  show ›")
        .doesNotContain("ack");
    assertThat(Screen.wide(help(People.DEVOPS).message())).contains("`/incident`  ack, show ›");
  }

  @Test
  void all_of_it_is_a_line_an_area_which_leads_on_to_the_rest() {
    assertThat(Screen.phone(help(People.DEVOPS).message()))
        .isEqualTo(
            """
            `/incident`  ack, show ›
            `/help`
            What one of them takes: `/help
            incident ack`
            In an incident's thread the number
            can be left out.
            """);
  }

  @Test
  void one_command_is_explained_by_itself() {
    assertThat(Screen.wide(help(People.DEVOPS, "incident", "ack").message()))
        .isEqualTo("`/incident ack [words]`  Says it again\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ack", "Acknowledge", "/incident ack", "/muster incident acknowledge"})
  void a_verb_alone_or_another_word_for_it_is_explained_in_each_area(String words) {
    assertThat(Screen.wide(help(People.DEVOPS, words.split(" ")).message()))
        .contains("`/incident ack [words]`  Says it again\n")
        .doesNotContain("show");
  }

  @Test
  void what_the_asker_may_not_do_is_explained_with_who_may() {
    var reply = help(People.CTO, "ack");

    assertThat(reply.message().fallback()).isEqualTo("You can't run /incident ack");
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            `/incident ack [words]`  Says it again
            You can't run it. It needs role responder. Ask DevOps Engineer, Backend Engineer.
            """);
    assertThat(Screen.wide(help(People.GUEST, "incident").message()))
        .contains("`/incident ack", "`/incident show", "It needs role responder or viewer.");
  }

  @Test
  void a_slip_leads_to_what_was_meant() {
    var reply = help(People.DEVOPS, "akc");

    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            No command of yours is called "akc".
            Did you mean `/help ack` ?
            All that you can do: `/help`
            [/help ack] [/help]
            """);
  }

  @Test
  void what_is_no_command_leads_to_all_of_them() {
    var reply = help(People.DEVOPS, "nonsense");

    assertThat(reply.error()).contains(Reply.Error.UNKNOWN_COMMAND);
    assertThat(Screen.wide(reply.message())).contains("nonsense").contains("`/help`");
  }
}
