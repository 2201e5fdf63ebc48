package dev.muster.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {

  private static final String BOT = "xoxb-1-secret";

  private static Optional<SlackSettings> read(Map<String, String> environment) {
    return SlackSettings.of(name -> Optional.ofNullable(environment.get(name)));
  }

  private static void assertRefused(Map<String, String> environment, String words) {
    assertThatThrownBy(() -> read(environment))
        .hasMessageContaining(words)
        .hasMessageNotContaining("secret");
  }

  @Test
  void without_anything_there_is_no_slack() {
    assertThat(read(Map.of())).isEmpty();
  }

  @Test
  void a_bot_token_alone_is_refused_with_what_to_add() {
    assertRefused(Map.of("SLACK_BOT_TOKEN", BOT), "SLACK_SIGNING_SECRET");
    assertRefused(Map.of("SLACK_BOT_TOKEN", BOT), "SLACK_APP_TOKEN");
  }

  @Test
  void the_others_without_a_bot_token_are_refused() {
    assertRefused(Map.of("SLACK_SIGNING_SECRET", "secret"), "SLACK_BOT_TOKEN is not");
    assertRefused(Map.of("SLACK_APP_TOKEN", "xapp-secret"), "SLACK_BOT_TOKEN is not");
  }

  @Test
  void tokens_in_each_others_places_are_refused() {
    assertRefused(
        Map.of("SLACK_BOT_TOKEN", "xapp-secret", "SLACK_APP_TOKEN", BOT), "begin with xoxb-");
    assertRefused(
        Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_APP_TOKEN", "xoxb-secret"), "begin with xapp-");
  }

  @Test
  void a_token_that_was_copied_badly_is_refused() {
    for (var bot : List.of(BOT + " x", BOT + "\nx", BOT + "…", BOT + "ü")) {
      assertRefused(Map.of("SLACK_BOT_TOKEN", bot, "SLACK_SIGNING_SECRET", "s"), "copy it again");
    }
  }

  @Test
  void an_address_that_is_none_is_refused() {
    assertRefused(
        Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", "s", "SLACK_API_URL", "slack"),
        "SLACK_API_URL=slack is no address");
    assertRefused(
        Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", "s", "SLACK_API_URL", "http://[a/"),
        "SLACK_API_URL=http://[a/ is no address");
  }

  @Test
  void what_is_complete_is_taken_and_never_shown() {
    var http = read(Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", "secret")).orElseThrow();
    assertThat(http.access().apiUrl()).isEqualTo("https://slack.com/api/");
    assertThat(http).hasToString("Slack at https://slack.com/api/ by HTTP");
    assertThat(http.access().toString()).doesNotContain("secret");
    var socket =
        read(Map.of(
                "SLACK_BOT_TOKEN",
                BOT,
                "SLACK_APP_TOKEN",
                "xapp-secret",
                "SLACK_API_URL",
                "http://127.0.0.1:1/api"))
            .orElseThrow();
    assertThat(socket).hasToString("Slack at http://127.0.0.1:1/api by Socket Mode");
  }
}
