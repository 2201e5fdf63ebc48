package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail server that is not there is told in words, once at start and with each mail. */
class MailAwayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BODY =
      """
      {"version": "4", "status": "firing", "groupKey": "{}:{alertname=\\"service_down\\"}",
       "alerts": [{"status": "firing", "startsAt": "2026-11-21T05:20:00Z",
         "labels": {"alertname": "service_down", "service": "api", "severity": "critical"}}]}
      """;

  @RegisterExtension final Musters musters = new Musters();

  @Test
  void the_log_says_what_is_wrong_and_what_to_do_without_a_stack_or_the_password()
      throws IOException {
    var muster =
        musters.start(
            Map.of(
                "DATABASE_URL",
                TestPostgres.newMusterDatabase(),
                "MUSTER_HOME",
                "../runbooks/samples/learnhub",
                "SMTP_URL",
                "smtp://bot:s3cret@127.0.0.1:" + nobody(),
                "BIND",
                "127.0.0.1"));
    await().atMost(PATIENCE).until(() -> muster.output().contains("Mail cannot be sent"));

    assertThat(MusterApi.of(muster).alert(BODY).statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> muster.output().contains("A mail did not go through"));

    assertThat(muster.output())
        .containsOnlyOnce("Mail cannot be sent at the moment. Set SMTP_URL right")
        .contains("cannot be reached")
        .doesNotContain("stack_trace", "jakarta.mail", "s3cret");
  }

  private static int nobody() throws IOException {
    try (var closed = new ServerSocket(0)) {
      return closed.getLocalPort();
    }
  }
}
