package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.model.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private final MutableClock clock = new MutableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  @AutoClose private final HttpClient http = HttpClient.newHttpClient();
  private int posted;

  @Test
  void a_channel_takes_a_burst_and_then_one_a_second() throws Exception {
    slack.rateLimits().turnOn();
    slack.rateLimits().setBurst(2);
    assertThat(post("incidents").statusCode()).isEqualTo(200);
    assertThat(post("incidents").statusCode()).isEqualTo(200);
    var third = post("incidents");
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).contains("2");
    assertThat(third.body()).contains("ratelimited");
    assertThat(post("other").statusCode()).as("another channel").isEqualTo(200);
    clock.advance(Duration.ofSeconds(2));
    assertThat(post("incidents").statusCode()).isEqualTo(200);
    allMessages();
  }

  @Test
  void a_method_takes_as_many_a_minute_as_its_tier() throws Exception {
    slack.rateLimits().turnOn();
    for (int i = 0; i < 20; i++) {
      assertThat(call("usergroups.list").statusCode()).isEqualTo(200);
    }
    var more = call("usergroups.list");
    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(more.headers().firstValue("Retry-After")).contains("60");
    clock.advance(Duration.ofSeconds(60));
    assertThat(call("usergroups.list").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_does_not_wait_is_told_on() throws Exception {
    slack.rateLimits().turnOn();
    for (int i = 0; i < 21; i++) {
      call("usergroups.list");
    }
    Awaitility.await()
        .until(() -> {
          call("usergroups.list");
          return slack.complaints().stream().anyMatch(it -> it.contains("before Retry-After"));
        });
    slack.expect().anyOddities("before Retry-After");
  }

  @Test
  void nothing_is_limited_until_a_test_asks_for_it() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(call("usergroups.list").statusCode()).isEqualTo(200);
    }
  }

  /** Of five the third was refused. */
  private void allMessages() {
    var incidents = slack.channel("incidents");
    slack.expect().message(incidents, "number 0").message(incidents, "number 1");
    slack.expect().message(slack.channel("other"), "number 3").message(incidents, "number 4");
  }

  private HttpResponse<String> post(String channel) throws Exception {
    var arguments = Json.object().put("channel", slack.channel(channel).id());
    var answer = send("chat.postMessage", arguments.put("text", "number " + posted).toString());
    posted++;
    return answer;
  }

  private HttpResponse<String> call(String method) throws Exception {
    return send(method, "");
  }

  private HttpResponse<String> send(String method, String json) throws Exception {
    var type =
        json.isEmpty() ? "application/x-www-form-urlencoded" : "application/json; charset=utf-8";
    var request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
            .header("Authorization", "Bearer " + slack.tokens().bot().secret())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
