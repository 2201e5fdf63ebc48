package dev.muster.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static Map<String, String> at(String url) {
    return Map.of("SLACK_BOT_TOKEN", BOT, "SLACK_SIGNING_SECRET", "s", "SLACK_API_URL", url);
  }

  @ParameterizedTest
  @CsvSource({
    "slack, slack",
    "http://[a/, http://[a/",
    "https:///api/, https:///api/",
    "ftp://proxy/api/, ftp://proxy/api/",
    "https://h:99999/api/, https://h:99999/api/",
    "https://proxy/%zz/, https://proxy/%zz/",
    "https://proxy/api/?a=b, https://proxy/api/?a=b",
    "https://user:secret@h:99999/api/, https://h:99999/api/",
    "https://user:se/secret@h/%zz, https://h/%zz",
    "user:secret@proxy/api/, proxy/api/"
  })
  void an_address_that_is_none_is_refused_without_its_password(String url, String shown) {
    assertRefused(at(url), "SLACK_API_URL=" + shown + " is no address; write one such as https://");
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:secret@proxy.example/api/, https://proxy.example/api/",
    "http://[::1]:9999/api/, http://[::1]:9999/api/",
    "http://slack_fake:8080/api, http://slack_fake:8080/api",
    "https://slack.example, https://slack.example"
  })
  void an_address_that_works_is_taken_as_it_is_and_shown_without_its_password(
      String url, String shown) {
    var settings = read(at(url)).orElseThrow();

    assertThat(settings.apiUrl()).isEqualTo(url);
    assertThat(settings).hasToString("Slack at " + shown + " by HTTP");
    assertThat(settings.access().toString()).startsWith("Slack at " + shown);
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
