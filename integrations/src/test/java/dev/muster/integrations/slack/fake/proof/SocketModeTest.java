package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.delivery.Sockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Socket Mode, as Slack's own client sees it. */
class SocketModeTest {

  @AutoClose private final FakeSlack slack = FakeSlack.start().ackWithin(Duration.ofSeconds(2));
  @AutoClose private final Slack client = SlackClient.of(slack);
  private final Sockets sockets = slack.sockets();
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private SocketModeClient socket;

  @AfterEach
  void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }

  @Test
  void a_command_comes_over_the_socket_and_is_answered_in_its_envelope() throws Exception {
    connect();
    socket.addSlashCommandsEnvelopeListener(it ->
        socket.sendSocketModeResponse(
            "{\"envelope_id\":\"" + it.getEnvelopeId() + "\",\"payload\":{\"text\":\"hello\"}}"));
    var ada = slack.user("U01AAAA");
    var ack = ada.slash("/incident", "help").in(slack.channel("random"));
    assertThat(ack.taken()).isTrue();
    assertThat(ada.takeEphemeral().text()).isEqualTo("hello");
    assertThat(frames.remove()).contains("\"type\":\"hello\"", "\"num_connections\":1");
  }

  @Test
  void an_event_that_is_not_acknowledged_is_brought_again() throws Exception {
    slack.ackWithin(Duration.ofMillis(300));
    connect();
    var attempts = new LinkedBlockingQueue<Integer>();
    socket.addEventsApiEnvelopeListener(it -> {
      attempts.add(it.getRetryAttempt());
      if (it.getRetryAttempt() == 2) {
        acknowledge(it.getEnvelopeId());
      }
    });
    var ack = slack.user("U01AAAA").events().openHome();
    assertThat(ack.taken()).isTrue();
    assertThat(attempts).containsExactly(0, 1, 2);
  }

  @Test
  void a_cut_connection_is_opened_again_and_gets_the_event() throws Exception {
    connect();
    socket.addEventsApiEnvelopeListener(it -> acknowledge(it.getEnvelopeId()));
    sockets.cut();
    Awaitility.await().until(() -> frames.stream().filter(it -> it.contains("hello")).count() > 1);
    assertThat(slack.user("U01AAAA").events().openHome().taken()).isTrue();
  }

  @Test
  void a_refreshed_connection_is_opened_again() throws Exception {
    connect();
    sockets.refresh();
    Awaitility.await().until(() -> frames.stream().filter(it -> it.contains("hello")).count() > 1);
    assertThat(sockets.count()).isEqualTo(1);
  }

  /** Slack's client keeps these frames for itself. */
  @Test
  void the_end_of_a_connection_is_said_with_its_reason() throws Exception {
    var heard = new LinkedBlockingQueue<String>();
    open(heard);
    sockets.warn();
    sockets.refresh();
    Awaitility.await().until(() -> heard.size() == 2 && sockets.count() == 0);
    assertThat(heard.remove()).contains("\"type\":\"disconnect\"", "\"reason\":\"warning\"");
    assertThat(heard.remove()).contains("\"reason\":\"refresh_requested\"");
  }

  @Test
  void connections_take_turns() throws Exception {
    var one = new LinkedBlockingQueue<String>();
    var other = new LinkedBlockingQueue<String>();
    open(one);
    open(other);
    for (int i = 0; i < 2; i++) {
      assertThat(slack.user("U01AAAA").events().openHome().taken()).isTrue();
    }
    assertThat(one).hasSameSizeAs(other).isNotEmpty();
  }

  @Test
  void a_ticket_is_good_for_one_connection() throws Exception {
    var url = ticket();
    open(url, new LinkedBlockingQueue<>());
    assertThatThrownBy(() -> open(url, new LinkedBlockingQueue<>())).hasStackTraceContaining("403");
    slack.expect().anyOddities("good for once");
  }

  @Test
  void an_acknowledgement_of_nothing_is_odd() throws Exception {
    connect();
    acknowledge("env-made-up");
    Awaitility.await().until(() -> slack.complaints().toString().contains("env-made-up"));
    slack.expect().anyOddities("env-made-up");
  }

  @Test
  void without_a_connection_nobody_answers() {
    slack.ackWithin(Duration.ofMillis(50));
    var ack = slack.user("U01AAAA").slash("/incident", "help").in(slack.channel("random"));
    assertThat(ack.taken()).isFalse();
    slack.expect().unanswered();
  }

  private void connect() throws IOException {
    socket =
        client.socketMode(slack.tokens().app().secret(), SocketModeClient.Backend.JavaWebSocket);
    socket.addWebSocketMessageListener(frames::add);
    socket.connect();
    Awaitility.await().until(() -> sockets.count() == 1 && !frames.isEmpty());
  }

  private void acknowledge(String envelope) {
    socket.sendSocketModeResponse(AckResponse.builder().envelopeId(envelope).build());
  }

  private String ticket() throws Exception {
    return client.methods(slack.tokens().app().secret()).appsConnectionsOpen(r -> r).getUrl();
  }

  private void open(BlockingQueue<String> heard) throws Exception {
    open(ticket(), heard);
  }

  /** A bare connection that acknowledges everything. */
  private void open(String url, BlockingQueue<String> heard) {
    var before = sockets.count();
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(URI.create(url), new Acknowledging(heard))
        .join();
    Awaitility.await().until(() -> sockets.count() == before + 1);
  }

  private record Acknowledging(BlockingQueue<String> heard) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      if (text.toString().contains("disconnect")) {
        heard.add(text.toString());
      }
      var id = text.toString().replaceAll(".*\"envelope_id\":\"([^\"]+)\".*", "$1");
      if (id.startsWith("env-")) {
        heard.add(text.toString());
        socket.sendText("{\"envelope_id\":\"" + id + "\"}", true);
      }
      return WebSocket.Listener.super.onText(socket, text, last);
    }
  }
}
