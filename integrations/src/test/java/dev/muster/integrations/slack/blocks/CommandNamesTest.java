package dev.muster.integrations.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandNamesTest {

  private static final CommandNames NAMES =
      new CommandNames(Map.of("muster", "ops", "incident", "inc", "alert", ""));

  @ParameterizedTest
  @CsvSource({
    "/inc, /incident",
    "/ops, /muster",
    "/incident, /incident",
    "/oncall, /oncall",
    "/muster-incident, /incident",
    "/else, /else"
  })
  void a_slash_command_means_what_it_stands_for(String typed, String meant) {
    assertThat(NAMES.meant(typed)).isEqualTo(meant);
  }

  @Test
  void names_may_be_exchanged() {
    var exchanged = new CommandNames(Map.of("incident", "alert", "alert", "incident"));
    assertThat(exchanged.meant("/alert")).isEqualTo("/incident");
    assertThat(exchanged.meant("/incident")).isEqualTo("/alert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/incident ack 7             | /inc ack 7",
        "or write \"/incident show\"  | or write \"/inc show\"",
        "/alert list silence:3       | /ops alert list silence:3",
        "/muster incident ack 7      | /ops incident ack 7",
        "/muster                     | /ops",
        "/help incident              | /ops help incident",
        "/oncall who                 | /oncall who",
        "https://a.example/incident  | https://a.example/incident",
        "/incidents/7 and/or         | /incidents/7 and/or",
        "/var/log/incident           | /var/log/incident",
      })
  void texts_say_what_is_typed_here(String text, String shown) {
    assertThat(NAMES.shown(text)).isEqualTo(shown);
  }

  @Test
  void what_is_no_slash_command_in_slack_stands_behind_the_root() {
    assertThat(CommandNames.USUAL.shown("/help or /incident ack"))
        .isEqualTo("/muster help or /incident ack");
  }

  @Test
  void messages_are_shown_so_and_their_buttons_say_the_same_as_ever() {
    var kit = new BlockKit(ZoneOffset.UTC, _ -> Optional.empty(), NAMES);
    var button = Block.Button.of("/incident ack 7", "/incident ack 7");
    var message =
        kit.message(
            Message.of(
                "Write /incident ack 7",
                Block.line(Span.text("or write "), Span.code("/incident ack 7")),
                new Block.Buttons(List.of(button))));

    assertThat(message.text()).isEqualTo("Write /inc ack 7");
    assertThat(message.blocks().toString())
        .contains("text=/inc ack 7", "value=/incident ack 7")
        .doesNotContain("text=/incident");
  }
}
