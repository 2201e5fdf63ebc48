package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, as every deployment sends it. */
class ShutdownIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BODY =
      """
      {"version": "4", "status": "firing", "groupKey": "{}:{alertname=\\"service_down\\"}",
       "alerts": [{"status": "firing", "startsAt": "2026-11-21T05:20:00Z",
         "labels": {"alertname": "service_down", "service": "api", "severity": "critical"}}]}
      """;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);

  @Test
  void a_webhook_in_flight_is_kept_and_answered_after_readiness_has_fallen() throws IOException {
    var muster =
        musters.start(
            Map.of(
                "DATABASE_URL", database,
                "MUSTER_HOME", "../runbooks/samples/learnhub",
                "BIND", "127.0.0.1"));
    var api = MusterApi.of(muster);
    assertThat(api.ask("/health/ready").statusCode()).isEqualTo(200);
    try (var webhook = new Socket(muster.url().getHost(), muster.url().getPort())) {
      webhook.setSoTimeout((int) PATIENCE.toMillis());
      send(webhook, head(muster.url()) + BODY.substring(0, 40));

      var exit = CompletableFuture.supplyAsync(muster::stop);
      await().atMost(PATIENCE).until(() -> api.ask("/health/ready").statusCode() == 503);
      assertThat(api.ask("/health/ready").body()).contains("Muster is stopping");
      assertThat(api.ask("/health/live").statusCode()).isEqualTo(200);
      send(webhook, BODY.substring(40));

      assertThat(line(webhook)).isEqualTo("HTTP/1.1 202 Accepted");
      assertThat(exit.join()).isEqualTo(MusterProcess.TERMINATED);
    }
    assertThat(sql.column("select state from delivery")).containsExactly("processed");
    assertThat(sql.column("select title from alert")).containsExactly("service_down");
    assertThat(muster.output())
        .containsSubsequence("Stopping: what is under way is finished", "Stopped")
        .doesNotContain("Could not close", "uncommitted");
  }

  @Test
  void a_port_that_is_taken_is_told_before_a_database_is_started() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = other.getLocalPort();

      var muster =
          musters.begin(Map.of("PORT", String.valueOf(port), "MUSTER_DATA", folder.toString()));

      assertThat(muster.end()).isEqualTo(2);
      assertThat(muster.output())
          .contains("127.0.0.1:" + port + " is taken", "start this one at another port: PORT=")
          .doesNotContain("PostgreSQL");
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static String head(URI url) {
    return String.join(
        "\r\n",
        "POST /v1/alerts/alertmanager HTTP/1.1",
        "Host: " + url.getAuthority(),
        "Authorization: Bearer demo",
        "Content-Type: application/json",
        "Content-Length: " + BODY.length(),
        "",
        "");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String line(Socket socket) throws IOException {
    var answer = new StringBuilder();
    for (var c = socket.getInputStream().read(); c >= 0 && c != '\r'; ) {
      answer.append((char) c);
      c = socket.getInputStream().read();
    }
    return answer.toString();
  }
}
