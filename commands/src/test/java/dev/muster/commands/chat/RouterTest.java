package dev.muster.commands.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

  private final Router router = new Router(table(), List.of());

  private static CommandTable table() {
    var commands =
        List.of(
            EchoCommand.named("incident ack", "acknowledge"),
            EchoCommand.named("incident list"),
            EchoCommand.named("incident resolve", "close"),
            EchoCommand.needing("incident:act", "incident merge"),
            new HelpCommand(RouterTest::table, People.directory()),
            new VersionCommand("1.2.3"));
    return new CommandTable(commands);
  }

  private Reply say(String text) {
    var place = new Place("web", "incidents", Optional.empty());
    return router.handle(new Invocation(People.CTO, place, text, "r1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /incident ack 7            | incident ack[7]
          incident ack 7             | incident ack[7]
          "  /incident   ack   7  "  | incident ack[7]
          /muster incident ack 7     | incident ack[7]
          muster incident ack 7      | incident ack[7]
          / incident ack 7           | incident ack[7]
          /Incident Ack 7            | incident ack[7]
          /MUSTER INCIDENT ACK 7     | incident ack[7]
          /incident acknowledge 7    | incident ack[7]
          /incident close #7         | incident resolve[#7]
          /incident list             | incident list[]
          /incident ack Old Name     | incident ack[Old, Name]
          /version                   | Muster 1.2.3
          """)
  void words_lead_to_their_command(String text, String answer) {
    var reply = say(text);

    assertThat(reply.error()).isEmpty();
    assertThat(reply.message().fallback()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "  ", "/muster", "muster", "/help", "/muster help"})
  void nothing_in_particular_is_a_call_for_help(String text) {
    var reply = say(text);

    assertThat(reply.isPrivate()).isTrue();
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            `/incident`  ack, list, resolve ›
            `/help`  `/version`
            What one of them takes: `/help incident ack`
            In an incident's thread the number can be left out.
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/incident", "/muster incident", "/incident help", "/help incident"})
  void an_area_by_itself_is_a_call_for_its_help_with_what_the_asker_may_do(String text) {
    assertThat(Screen.wide(say(text).message()))
        .isEqualTo(
            """
            `/incident ack [words]`  Says it again
            `/incident list [words]`  Says it again
            `/incident resolve [words]`  Says it again
            """);
  }

  @Test
  void a_near_miss_is_answered_with_what_was_probably_meant_ready_to_click() {
    var reply = say("/incident ak 1042");

    assertThat(reply.error()).contains(Reply.Error.UNKNOWN_COMMAND);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            I don't know "ak". Did you mean `/incident ack 1042` ?
            [*Yes, do it*]
            """);
    assertThat(buttons(reply))
        .extracting(Block.Button::command)
        .containsExactly("/incident ack 1042");
  }

  @Test
  void a_near_miss_of_an_area_keeps_the_rest() {
    assertThat(buttons(say("/incidnet ack 1042")))
        .extracting(Block.Button::command)
        .containsExactly("/incident ack 1042");
  }

  @Test
  void a_verb_without_its_area_is_answered_with_the_whole_command() {
    var reply = say("ack 7");

    assertThat(reply.error()).contains(Reply.Error.UNKNOWN_COMMAND);
    assertThat(reply.message().fallback()).contains("Did you mean /incident ack 7 ?");
  }

  @ParameterizedTest
  @CsvSource({
    "/incident ack8, /incident ack 8",
    "/incident Ack8, /incident ack 8",
    "/incident ak#8, /incident ack #8",
    "/ack8, /incident ack 8",
    "/ACK 8, /incident ack 8",
    "/incidents, /incident list",
    "/incidents resolved, /incident list resolved"
  })
  void a_slip_loses_neither_the_number_nor_what_was_wanted(String text, String meant) {
    assertThat(say(text).message().fallback()).contains("Did you mean " + meant + " ?");
    assertThat(buttons(say(text)).getFirst().command()).isEqualTo(meant);
    assertThat(say(meant).error()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/incident 8 ack, /incident ack 8",
    "/incident #8 Acknowledge, /incident acknowledge #8",
    "/muster incident 8 ak, /incident ack 8",
    "/incident 8 merge into 9, /incident merge 8 into 9"
  })
  void a_number_before_its_verb_is_answered_with_both_turned_round(String text, String meant) {
    var reply = say(text);

    assertThat(reply.message().fallback())
        .isEqualTo("The number comes behind the verb. Did you mean " + meant + " ?");
    assertThat(buttons(reply).getFirst().command()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version now", "/muster version now"})
  void words_behind_a_command_that_takes_none_are_not_left_out(String text) {
    var reply = say(text);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback())
        .isEqualTo(
            "I don't know \"now\": /version takes nothing behind it. Nothing was done. Write"
                + " /version");
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            I don't know "now": `/version` takes nothing behind it.
            Nothing was done. Write `/version`
            [*/version*]
            """);
    assertThat(say(buttons(reply).getFirst().command()).error()).isEmpty();
  }

  @Test
  void help_behind_a_command_that_takes_nothing_explains_it() {
    assertThat(Screen.wide(say("/version help").message()))
        .isEqualTo("`/version`  Says which Muster this is\n");
  }

  @Test
  void words_far_from_everything_lead_to_the_help() {
    var reply = say("/xyzzy");

    assertThat(reply.error()).contains(Reply.Error.UNKNOWN_COMMAND);
    assertThat(Screen.wide(reply.message()))
        .isEqualTo(
            """
            I don't know "xyzzy".
            What I know: `/help`
            [*Help*]
            """);
  }

  @Test
  void what_is_echoed_is_short_however_long_it_was() {
    var reply = say("/" + "x".repeat(5_000));

    assertThat(reply.message().fallback()).hasSizeLessThan(120);
  }

  @Test
  void a_button_of_a_suggestion_is_an_invocation_that_works() {
    var clicked = buttons(say("/incident ak 1042")).getFirst().command();

    assertThat(say(clicked).message().fallback()).isEqualTo("incident ack[1042]");
  }

  @Test
  void filters_are_passed_in_their_order_and_see_the_command_that_is_meant() {
    var filtered =
        new Router(table(), List.of(wrapping("outer"), wrapping("inner")))
            .handle(
                new Invocation(
                    People.CTO,
                    new Place("web", "incidents", Optional.empty()),
                    "/incident close 7",
                    "r1"));

    assertThat(filtered.message().fallback())
        .isEqualTo("outer incident resolve(inner incident resolve(incident resolve[7]))");
  }

  private static Filter wrapping(String name) {
    return (request, next) ->
        Reply.toAsker(
            Message.of(
                "%s %s(%s)"
                    .formatted(name, request.command().name(), next.get().message().fallback())));
  }

  private static List<Block.Button> buttons(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .toList();
  }
}
