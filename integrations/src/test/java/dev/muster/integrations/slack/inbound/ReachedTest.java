package dev.muster.integrations.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.doctor.Finding;
import dev.muster.commands.doctor.Level;
import dev.muster.integrations.slack.doctor.SlackCallsCheck;
import dev.muster.integrations.slack.doctor.SlackSocketCheck;
import dev.muster.integrations.slack.socket.SlackEnvelopes;
import dev.muster.integrations.slack.socket.SlackSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the doctor says of Slack's way to us. */
class ReachedTest {

  private static final String URL = "https://muster.example.com/";

  @AutoClose private final InboundDesk desk = new InboundDesk();

  private Finding requests() {
    return new SlackCallsCheck(desk.http, Optional.of(URL), desk.clock).look().getFirst();
  }

  private Finding socket() {
    return new SlackSocketCheck(desk.socket.orElseThrow(), desk.clock).look().getFirst();
  }

  @Test
  void where_nothing_came_the_request_url_is_suspected() {
    assertThat(requests().level()).isEqualTo(Level.WARNING);
    assertThat(requests().mend()).contains(URL + "slack/events", "/muster help");
  }

  @Test
  void an_address_that_is_none_breaks_nothing() {
    var check = new SlackCallsCheck(desk.http, Optional.of("https://muster example"), desk.clock);
    assertThat(check.look().getFirst().mend()).contains("is MUSTER_URL/slack/events in all three");
  }

  @Test
  void where_only_wrong_signatures_came_the_secret_is_suspected() {
    var headers =
        Map.of(
            "X-Slack-Request-Timestamp", List.of("1"), "X-Slack-Signature", List.of("v0=forged"));
    assertThat(desk.http.take("payload=x", headers).status()).isEqualTo(401);
    desk.clock.advance(Duration.ofMinutes(2));
    assertThat(requests().level()).isEqualTo(Level.FAILED);
    assertThat(requests().what()).contains("2 min ago", "signature");
    assertThat(requests().mend()).contains("SLACK_SIGNING_SECRET");
  }

  @Test
  void what_anybody_sends_without_a_signature_says_nothing() {
    assertThat(desk.http.take("payload=x", Map.of()).status()).isEqualTo(401);
    assertThat(requests().level()).isEqualTo(Level.WARNING);
  }

  @Test
  void once_slack_has_called_a_wrong_signature_is_told_until_slack_calls_again() {
    var ada = desk.slack.user(InboundDesk.ADA);
    assertThat(ada.slash("/incident", "show").in(desk.incidents).taken()).isTrue();
    ada.takeEphemeral("It &lt;burns&gt;.");
    desk.clock.advance(Duration.ofSeconds(40));
    desk.http.take("payload=x", Map.of("X-Slack-Signature", List.of("v0=forged")));
    desk.clock.advance(Duration.ofSeconds(5));
    assertThat(requests().level()).isEqualTo(Level.WARNING);
    assertThat(requests().what())
        .contains("came 5 s ago with a signature", "the last right one came 45 s ago");
    assertThat(requests().mend()).contains("/muster help", "SLACK_SIGNING_SECRET");

    assertThat(ada.slash("/incident", "show").in(desk.incidents).taken()).isTrue();
    ada.takeEphemeral("It &lt;burns&gt;.");
    assertThat(requests()).isEqualTo(Finding.fine("Slack requests", "The last one came 0 s ago."));
  }

  @Test
  void a_socket_says_for_how_long_it_is_open_and_why_it_is_not() {
    desk.bySocket();
    await().until(() -> socket().level() == Level.FINE);
    desk.clock.advance(Duration.ofMinutes(90));
    assertThat(socket().what()).isEqualTo("It has been open for 1 h 30 min.");

    desk.slack.tokens().app().revoke();
    desk.slack.expect().anyRefusals("apps.connections.open", "token_revoked");
    desk.slack.sockets().cut();
    await().until(() -> socket().what().contains("token_revoked"));
    assertThat(socket().level()).isEqualTo(Level.FAILED);
    assertThat(socket().mend())
        .isEqualTo(
            "Muster opens it again by itself. If it stays so, mend what is said of the Slack app"
                + " token first.");
  }

  @Test
  void a_socket_that_leads_nowhere_names_where_it_was_to_lead() {
    var nowhere = "ws://127.0.0.1:1/link";
    var elsewhere =
        new SlackSocket(() -> nowhere, new SlackEnvelopes(desk.inbound), Runnable::run, desk.clock);
    try (elsewhere) {
      elsewhere.start();
      await().until(() -> elsewhere.trouble().isPresent());
      assertThat(new SlackSocketCheck(elsewhere, desk.clock).look().getFirst().mend())
          .endsWith("look whether this machine reaches 127.0.0.1:1: DNS, firewall, proxy.");
    }
  }
}
