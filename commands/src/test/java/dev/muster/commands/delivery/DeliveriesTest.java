package dev.muster.commands.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.asking.Completions;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.testing.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at webhooks in a chat. */
class DeliveriesTest {

  private final DeliveryChannel channel = new DeliveryChannel();

  private String screen(String text) {
    return Screen.wide(channel.say(text).message());
  }

  @Test
  void what_could_not_be_read_is_listed_with_the_reason_and_a_button() {
    var id = channel.keep("disk full");

    assertThat(screen("/muster deliveries list"))
        .isEqualTo(
            """
            10:01  uptime (generic) · unreadable · at /title: nothing there  `%s`
            [Show]
            """
                .formatted(id));
  }

  @Test
  void what_came_in_last_is_offered_to_be_shown_or_taken_again() {
    var first = channel.keep("disk full");
    var last = channel.keep("disk empty");
    var completions = new Completions(channel.table, channel.directory, channel.clock);

    for (var command : List.of("/muster deliveries show ", "/muster deliveries replay ")) {
      assertThat(completions.of(DeliveryChannel.OPERATOR, command, false))
          .extracting(Completions.Suggestion::text)
          .containsExactly(command + last + " ", command + first + " ");
    }
  }

  @Test
  void ten_are_shown_and_the_rest_is_a_click_away() {
    for (var i = 0; i < 12; i++) {
      channel.keep("alert " + i);
    }

    var reply = channel.say("/muster deliveries list all");

    assertThat(reply.message().fallback()).isEqualTo("10 deliveries (all)");
    assertThat(Screen.wide(reply.message())).endsWith("[Older]\n").contains("10:12", "10:03");
  }

  @Test
  void nothing_to_list_says_what_there_is() {
    assertThat(screen("/muster deliveries list"))
        .isEqualTo("No delivery is unreadable. All that came in: `/muster deliveries list all`\n");
    assertThat(screen("/muster deliveries list all")).isEqualTo("No webhook has come in yet.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "all after 7", "unreadable before 7"})
  void what_cannot_be_listed_is_told_with_what_can(String words) {
    var reply = channel.say("/muster deliveries list " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback())
        .contains("/muster deliveries list [processed|unreadable|failed|replayed|all]");
  }

  @Test
  void one_is_shown_with_its_body_and_what_to_do() {
    var id =
        channel.keep("{\"name\": \"disk\",\n \"routing_key\": \"s3cr3t\", \"token\":\"t0k3n\"}");

    assertThat(screen("/muster deliveries show " + id))
        .isEqualTo(
            """
            uptime (generic) · unreadable
            Received 10:01  `%s`
            Wrong: at /title: nothing there
            The body, 59 bytes:
            `{"name": "disk",`
            ` "routing_key": "…", "token":"…"}`
            [*Replay*]
            """
                .formatted(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"password\": \"two s3cret \\\"words\\\"\", \"a\": 1} | {\"password\": \"…\", \"a\": 1}",
        "{\"Api-Key\": 5, \"x_token\":\"s3cret    | {\"Api-Key\": …, \"x_token\":\"…\"",
        "summary=a&token=s3cret&details=b         | summary=a&token=…&details=b"
      })
  void no_key_is_shown_however_it_is_written(String body, String shown) {
    var screen = screen("/muster deliveries show " + channel.keep(body));

    assertThat(screen).contains("`" + shown + "`").doesNotContain("s3cret");
  }

  @Test
  void a_replayed_one_shows_who_did_it_and_what_it_caused() {
    var id = channel.keep("disk full");
    channel.mend();
    channel.say("/muster deliveries replay " + id);

    assertThat(screen("/muster deliveries show " + id))
        .contains("Replayed 10:01 by operator\nCaused: 1 alert, in #2\n", "[Show #2]")
        .doesNotContain("Replay*");
  }

  @Test
  void a_long_or_binary_body_is_cut_and_made_readable() {
    var long1 = channel.keep("x".repeat(50_000));
    var lines = channel.keep("line\n".repeat(100));
    var binary = channel.keep("\0\u0007\uD83D\uDE00\uFFFF");

    assertThat(screen("/muster deliveries show " + long1))
        .hasSizeLessThan(1_400)
        .contains("The body, 50000 bytes:", "… and more");
    assertThat(screen("/muster deliveries show " + lines)).contains("… and more");
    assertThat(screen("/muster deliveries show " + binary)).contains("`\uFFFD\uFFFD\uD83D\uDE00");
    assertThat(screen("/muster deliveries show " + channel.keep(""))).contains("body is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "banana split"})
  void what_is_no_id_is_told(String words) {
    var reply = channel.say("/muster deliveries show " + words);

    assertThat(reply.error()).contains(Reply.Error.INVALID);
    assertThat(reply.message().fallback()).endsWith("/muster deliveries list");
  }

  @Test
  void the_help_and_a_slip_say_how_it_is_really_typed() {
    assertThat(screen("/muster deliveries help"))
        .contains("`/muster deliveries list [", "`/muster deliveries show <id>`");
    assertThat(screen("/muster deliveries lst"))
        .contains("Did you mean `/muster deliveries list` ?");
  }
}
