package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.TestSite.Answer;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.TestPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders of every kind come in by the front door, and what they caused is seen there. */
class SendersTest {

  private final String database = TestPostgres.newMusterDatabase();
  private final TestSite site = TestSite.demoOn(DatabaseAddress.parse(database));

  @AfterEach
  void close() {
    site.close();
  }

  private JsonObject enqueue(String action, String members) {
    var answer =
        site.post(
            "/v2/enqueue",
            Map.of(),
            "{\"routing_key\":\"demo\",\"event_action\":\"" + action + "\"" + members + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return new JsonObject(answer.body());
  }

  private Answer generic(String body) {
    return site.post("/v1/alerts/generic", Map.of("Authorization", "Bearer demo"), body);
  }

  private JsonArray incidents() {
    return read("/api/v1/incidents").getJsonArray("incidents");
  }

  private JsonObject read(String path) {
    return new JsonObject(site.get(path, TestSite.PROGRAM).body());
  }

  private JsonObject say(String text) {
    var body = new JsonObject().put("as", "devops").put("channel", "alerts").put("text", text);
    var answer =
        site.post("/api/v1/commands", Map.of("Content-Type", "application/json"), body.encode());
    return new JsonObject(answer.body()).getJsonArray("replies").getJsonObject(0);
  }

  @Test
  void an_event_triggers_is_acknowledged_and_resolved() {
    var payload =
        ",\"dedup_key\":\"disk\",\"payload\":{\"summary\":\"Disk is full\",\"source\":\"srv01\","
            + "\"severity\":\"critical\"}";

    var triggered = enqueue("trigger", payload);
    assertThat(triggered)
        .isEqualTo(
            new JsonObject()
                .put("status", "success")
                .put("message", "Event processed")
                .put("dedup_key", "disk"));
    assertThat(incidents().getJsonObject(0).getString("status")).isEqualTo("triggered");

    enqueue("acknowledge", ",\"dedup_key\":\"disk\"");
    assertThat(incidents().getJsonObject(0).getString("status")).isEqualTo("acknowledged");

    enqueue("resolve", ",\"dedup_key\":\"disk\"");
    assertThat(incidents().getJsonObject(0).getString("status")).isEqualTo("resolved");

    enqueue("trigger", payload);
    assertThat(incidents().getJsonObject(0).getString("status")).isNotEqualTo("resolved");
  }

  @Test
  void a_key_that_was_made_up_here_can_be_used_there() {
    var made =
        enqueue(
                "trigger",
                ",\"payload\":{\"summary\":\"s\",\"source\":\"a\",\"severity\":\"error\"}")
            .getString("dedup_key");

    enqueue("resolve", ",\"dedup_key\":\"" + made + "\"");

    assertThat(incidents().getJsonObject(0).getString("status")).isEqualTo("resolved");
  }

  @Test
  void what_was_never_triggered_is_dropped_with_a_good_answer() {
    enqueue("acknowledge", ",\"dedup_key\":\"nothing\"");
    enqueue("resolve", ",\"dedup_key\":\"nothing\"");

    assertThat(incidents()).isEmpty();
  }

  @Test
  void a_wrong_event_of_a_known_sender_is_kept() {
    var answer =
        site.post(
            "/v2/enqueue", Map.of(), "{\"routing_key\":\"demo\",\"event_action\":\"trigger\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(new JsonObject(answer.body()).getJsonArray("errors"))
        .containsExactly("'payload' is missing or blank");
    var kept = read("/api/v1/deliveries?state=unreadable").getJsonArray("deliveries");
    assertThat(kept).hasSize(1);
    assertThat(kept.getJsonObject(0).getString("source")).isEqualTo("pagerduty-events-v2");
  }

  @Test
  void what_stands_in_the_address_only_is_read_too_and_kept_without_its_key() {
    var answer =
        site.post(
            "/v1/alerts/generic?summary=Queue+is+stuck&key=demo&dedup=q&action=x", Map.of(), "");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(incidents().getJsonObject(0).getString("title")).isEqualTo("Queue is stuck");
    var id = new JsonObject(answer.body()).getString("deliveryId");
    assertThat(site.get("/api/v1/deliveries/" + id + "/body", TestSite.PROGRAM).body())
        .isEqualTo("summary=Queue+is+stuck&dedup=q&action=x");
  }

  @Test
  void a_webhook_is_looked_at_and_replayed_through_commands() throws SQLException {
    var refused = new JsonObject(generic("{\"title\":\"t\",\"state\":\"odd\"}").body());
    var id = refused.getString("deliveryId");
    assertThat(refused.getString("pointer")).isEqualTo("/state");

    assertThat(say("/muster deliveries list").getString("text")).contains(id, "unreadable");
    assertThat(say("/muster deliveries show " + id).getString("text")).contains("\"odd\"");
    assertThat(say("/muster deliveries replay " + id).getString("error")).isEqualTo("invalid");
    assertThat(incidents()).isEmpty();

    mend(id);
    assertThat(say("/muster deliveries replay " + id).getString("text"))
        .startsWith("Replayed: 1 alert, in #");
    assertThat(incidents()).hasSize(1);
    var delivery = read("/api/v1/deliveries/" + id);
    assertThat(delivery.getString("state")).isEqualTo("replayed");
    assertThat(delivery.getInteger("alerts")).isEqualTo(1);
    assertThat(delivery.getString("replayedBy")).isEqualTo("devops");
    assertThat(say("/muster deliveries replay " + id).getString("error")).isEqualTo("invalid");
    assertThat(incidents()).hasSize(1);
  }

  /** As if the mapping had been taught; the demo's cannot be changed while it runs. */
  private void mend(String id) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var update =
            connection.prepareStatement(
                "update delivery set body = convert_to(?, 'UTF8') where id = cast(? as uuid)")) {
      update.setString(1, "{\"title\":\"t\",\"state\":\"down\"}");
      update.setString(2, id);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
