package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.FakeSlack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TokensTest {

  @AutoClose private final FakeSlack slack = FakeSlack.start();

  @Test
  void nobody_gets_in_without_a_good_token() throws Exception {
    slack.expect().anyRefusals("auth.test", "");
    assertThat(errorOf(slack.tokens().bot().secret())).isNull();
    assertThat(errorOf("xoxb-of-somebody-else")).isEqualTo("invalid_auth");
    assertThat(anonymous()).contains("\"error\":\"not_authed\"");
    slack.tokens().bot().revoke();
    assertThat(errorOf(slack.tokens().bot().secret())).isEqualTo("token_revoked");
  }

  @Test
  void a_missing_scope_is_named() throws Exception {
    slack.tokens().bot().take("chat:write");
    var answer = SlackClient.bot(slack).chatPostMessage(r -> r.channel("C1").text("x"));
    assertThat(answer.getError()).isEqualTo("missing_scope");
    assertThat(answer.getNeeded()).isEqualTo("chat:write");
    assertThat(answer.getProvided()).contains("channels:read").doesNotContain("chat:write");
    slack.takeRefusal("chat.postMessage", "missing_scope");
  }

  @Test
  void a_private_channel_needs_its_own_scope() throws Exception {
    slack.tokens().bot().take("groups:read");
    var place = slack.privateChannel("secret");
    var answer = SlackClient.bot(slack).conversationsInfo(r -> r.channel(place.id()));
    assertThat(answer.getError()).isEqualTo("missing_scope");
    assertThat(answer.getNeeded()).isEqualTo("groups:read");
    slack.takeRefusal("conversations.info", "missing_scope");
  }

  @Test
  void sockets_are_opened_with_the_apps_token_only() throws Exception {
    var wrong = SlackClient.bot(slack).appsConnectionsOpen(r -> r);
    assertThat(wrong.getError()).isEqualTo("not_allowed_token_type");
    slack.takeRefusal("apps.connections.open", "not_allowed_token_type");
    var client = SlackClient.of(slack).methods(slack.tokens().app().secret());
    assertThat(client.appsConnectionsOpen(r -> r).getUrl()).startsWith("ws://127.0.0.1:");
  }

  /** Slack's client always says something. */
  private String anonymous() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + "auth.test"))
            .POST(HttpRequest.BodyPublishers.noBody());
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  private String errorOf(String token) throws Exception {
    return SlackClient.of(slack).methods(token).authTest(r -> r).getError();
  }
}
