package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.TestSite.Answer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PagerDuty's Events API v2, as its clients see it; the database is away. */
class EnqueueTest {

  private static final String PATH = "/v2/enqueue";

  @AutoClose private static final TestSite SITE = TestSite.demo();

  private static Answer send(String body) {
    return SITE.post(PATH, Map.of(), body);
  }

  private static JsonArray errors(Answer answer) {
    var body = new JsonObject(answer.body());
    assertThat(answer.type()).isEqualTo("application/json");
    assertThat(body.getString("status")).isEqualTo("invalid event");
    assertThat(body.getString("message")).isEqualTo("Event object is invalid");
    return body.getJsonArray("errors");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"routing_key\":\"guess\"} | Invalid routing key",
        "{\"event_action\":\"resolve\"} | 'routing_key' is missing or blank",
        "{\"routing_key\":null} | 'routing_key' is missing or blank",
        "[] | expected one event",
        "{ | the body ends in the middle",
        "`` | the body is empty"
      })
  void nobody_is_told_so_in_the_shape_that_clients_know(String body, String error) {
    var answer = send(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(errors(answer)).hasSize(1);
    assertThat(errors(answer).getString(0)).contains(error).endsWith("Nothing was kept.");
    assertThat(answer.body()).doesNotContain("guess");
  }

  @Test
  void who_may_send_waits_for_a_commit_that_cannot_come() {
    var event = "{\"routing_key\":\"demo\",\"event_action\":\"resolve\",\"dedup_key\":\"d\"}";

    var answer = send(event);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers().get("Retry-After")).isNotNull();
    assertThat(answer.detail()).contains("Send it again");
  }

  @Test
  void a_body_that_is_too_large_or_packed_by_nobody_knows_what() {
    assertThat(send("x".repeat(5 * 1024 * 1024 + 1)).status()).isEqualTo(413);
    assertThat(SITE.post(PATH, Map.of("Content-Encoding", "br"), "x").status()).isEqualTo(415);
    assertThat(errors(SITE.post(PATH, Map.of("Content-Encoding", "gzip"), "x")).getString(0))
        .contains("said to be gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void another_method_is_answered_with_the_right_one(String method) {
    var answer = SITE.ask(HttpMethod.valueOf(method), "127.0.0.1", PATH, TestSite.PROGRAM);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().get("Allow")).isEqualTo("POST");
  }

  @Test
  void what_is_not_there_is_told_with_what_is() {
    var answer = SITE.post("/v2/change", TestSite.BROWSER);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).isEqualTo("Nothing is at /v2/change. Known: /v2/enqueue.");
  }
}
