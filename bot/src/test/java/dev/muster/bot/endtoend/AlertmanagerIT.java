package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.embedded.TestServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a real Alertmanager to the chat and back. */
class AlertmanagerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Map<String, String> ALERT =
      Map.of("alertname", "service_down", "service", "api", "instance", "api-1");

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final Instant began = Instant.now();
  private MusterApi api;
  private Sql sql;
  private Books books;
  private Alertmanager alertmanager;

  @BeforeEach
  void start() throws IOException {
    var muster = musters.startOn(folder.resolve("data"));
    api = MusterApi.of(muster);
    sql = new Sql(TestServer.in(folder.resolve("data")).url());
    books = new Books(api, sql);
    alertmanager = Alertmanager.start(folder, muster);
  }

  @AfterEach
  void stop() {
    if (alertmanager != null) {
      alertmanager.close();
    }
  }

  @Test
  void alert_is_acknowledged_by_button_and_ends_as_one_post_with_its_whole_story() {
    try (var chat = ChatWindow.open(api.url(), "DevOps Engineer")) {
      alertmanager.fire(ALERT, began);
      var fired = awaitPost("triggered");
      chat.awaitMessage("TRIGGERED");
      chat.picture("triggered");
      chat.press("Acknowledge");
      var acknowledged = awaitPost("acknowledged");
      chat.awaitMessage("ACKNOWLEDGED by DevOps Engineer");
      chat.picture("acknowledged");
      alertmanager.resolve(ALERT, began);
      var resolved = awaitPost("resolved");
      chat.awaitMessage("RESOLVED by prometheus");
      chat.picture("resolved");

      assertThat(List.of(acknowledged, resolved)).containsOnly(fired);
    }
    assertThat(timeline())
        .containsExactly(
            tuple("opened", "integration:prometheus", null),
            tuple("alert-firing", "integration:prometheus", null),
            tuple("acknowledged", "devops", "web"),
            tuple("alert-resolved", "integration:prometheus", null),
            tuple("resolved", "integration:prometheus", null));
    assertThat(replies())
        .satisfiesExactly(
            details -> assertThat(details).isEqualTo("Details of service_down"),
            reply -> assertThat(reply).startsWith("DevOps Engineer has it"),
            reply -> assertThat(reply).startsWith("Over: all of its alerts have ended"));
    books.assertNothingTwice();
  }

  @Test
  void alert_that_fires_again_opens_its_incident_again_in_the_same_thread() {
    alertmanager.fire(ALERT, began);
    var fired = awaitPost("triggered");
    api.command("devops", "/incident ack 1");
    alertmanager.resolve(ALERT, began);
    awaitPost("resolved");
    alertmanager.fire(ALERT, Instant.now());
    var again = awaitPost("triggered");

    assertThat(again).isEqualTo(fired);
    assertThat(timeline())
        .containsExactly(
            tuple("opened", "integration:prometheus", null),
            tuple("alert-firing", "integration:prometheus", null),
            tuple("acknowledged", "devops", "api"),
            tuple("alert-resolved", "integration:prometheus", null),
            tuple("resolved", "integration:prometheus", null),
            tuple("reopened", "integration:prometheus", null),
            tuple("alert-firing", "integration:prometheus", null));
    assertThat(replies())
        .satisfiesExactly(
            details -> assertThat(details).isEqualTo("Details of service_down"),
            reply -> assertThat(reply).startsWith("DevOps Engineer has it"),
            reply -> assertThat(reply).startsWith("Over: all of its alerts have ended"),
            reply -> assertThat(reply).startsWith("Fires again: service_down"));
    books.assertNothingTwice();
  }

  /** The only incident is so, its only root post shows that and all work is done: which post. */
  private String awaitPost(String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.all("incidents"))
                .extracting(incident -> incident.getString("status"))
                .containsExactly(status));
    books.awaitSettled();
    var posts = sql.column("select id from chat_message where thread is null");
    assertThat(posts).hasSize(1);
    return posts.getFirst();
  }

  private List<String> replies() {
    return sql.column(
        "select message->>'fallback' from chat_message where thread is not null order by id");
  }

  private List<Tuple> timeline() {
    return api.get("/api/v1/incidents/1").getJsonArray("timeline").stream()
        .map(JsonObject.class::cast)
        .map(entry ->
            tuple(entry.getString("kind"), entry.getString("actor"), entry.getString("platform")))
        .toList();
  }
}
