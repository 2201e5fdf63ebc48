package dev.muster.integrations.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.Trial;
import dev.muster.integrations.testing.real.RudeServer;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kind {@code http} against a server that misbehaves on request. */
class HttpKindTest {

  private static final String SECRET = "t0p-s3cret";

  @AutoClose private final RudeServer server = new RudeServer();
  private final Trial steps = steps(List.of(Network.of("127.0.0.1")));

  @Test
  void json_comes_as_what_it_is() throws InterruptedException {
    var result = steps.result("http", Map.of("url", server.url("/json")));

    assertThat(result).containsEntry("status", 200L).containsKey("duration");
    assertThat(result.get("body")).isEqualTo(Map.of("n", 1L, "x", Arrays.asList(1.5, null, true)));
    assertThat(Trial.map(result, "headers"))
        .containsEntry("content-type", "application/json")
        .doesNotContainKey("set-cookie");
  }

  @Test
  void what_is_sent_arrives_with_a_key_that_tells_a_repeat() throws InterruptedException {
    var with =
        Map.<String, Object>of(
            "method", "POST",
            "url", server.url("/json?token=" + SECRET),
            "headers", Map.of("Authorization", "Bearer " + SECRET),
            "json", Map.of("enabled", true, "for", Duration.ofMinutes(5)));

    steps.withSecret(SECRET).result("http", with);

    assertThat(server.requests())
        .singleElement()
        .asString()
        .startsWith("POST /json?token=" + SECRET)
        .contains("Authorization: Bearer " + SECRET, "Idempotency-Key: run-42-look")
        .contains("\"enabled\":true", "\"for\":\"PT5M\"");
  }

  @ParameterizedTest
  @CsvSource({"503, 5xx", "404, 4xx", "429, throttled", "302, 3xx"})
  void another_status_than_expected_is_a_failure(String status, String code)
      throws InterruptedException {
    var failed = steps.failed("http", Map.of("url", server.url("/status?" + status)));

    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.words()).contains("answered " + status, "it is so");
  }

  @ParameterizedTest
  @ValueSource(strings = {"404", "4xx", "200,404", "400-404"})
  void a_status_may_be_expected(String expected) throws InterruptedException {
    var with = Map.<String, Object>of("url", server.url("/status?404"), "expectStatus", expected);

    assertThat(steps.result("http", with)).containsEntry("status", 404L);
  }

  @Test
  void a_gateway_that_gave_up_leaves_a_change_unclear() throws InterruptedException {
    var with = Map.<String, Object>of("url", server.url("/status?504"), "method", "POST");

    assertThat(steps.act("http", with)).isInstanceOf(Outcome.Unclear.class);
  }

  @Test
  void nothing_is_sent_twice_whatever_the_server_asks() throws InterruptedException {
    steps.failed("http", Map.of("url", server.url("/again"), "method", "POST"));

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trickle", "/silent"})
  void the_time_is_for_all_of_it(String path) throws InterruptedException {
    var time = Duration.ofMillis(300);
    var get = Map.<String, Object>of("url", server.url(path), "timeout", time);
    var post = Map.<String, Object>of("url", server.url(path), "timeout", time, "method", "POST");

    assertThat(steps.failed("http", get).code()).isEqualTo("timeout");
    assertThat(steps.act("http", post))
        .isInstanceOfSatisfying(
            Outcome.Unclear.class, it -> assertThat(it.words()).contains("It was sent"));
  }

  @Test
  void a_huge_answer_is_read_no_further_than_wanted() throws InterruptedException {
    assertThat(steps.failed("http", Map.of("url", server.url("/huge"))).code())
        .isEqualTo("too-large");
    var posted =
        steps.result("http", Map.of("url", server.url("/huge"), "method", "POST", "maxBytes", 10L));

    assertThat(posted)
        .containsEntry("truncated", true)
        .containsEntry("body", "\0".repeat(10) + "…");
  }

  @Test
  void an_answer_that_breaks_off_is_none() throws InterruptedException {
    assertThat(steps.failed("http", Map.of("url", server.url("/close"))).code())
        .isEqualTo("connection-lost");
  }

  @Test
  void what_never_arrived_has_failed() throws InterruptedException {
    var with = Map.<String, Object>of("url", "http://127.0.0.1:1/", "method", "POST");

    assertThat(steps.failed("http", with).code()).isEqualTo("unreachable");
    assertThat(steps.failed("http", Map.of("url", "https://no-such-host.invalid/")).code())
        .isEqualTo("unknown-host");
  }

  @Test
  void a_get_follows_three_redirects_and_a_post_none() throws InterruptedException {
    var here = server.url("/redirect?" + server.url("/json"));

    assertThat(steps.result("http", Map.of("url", here))).containsEntry("status", 200L);
    assertThat(steps.failed("http", Map.of("url", server.url("/loop"))).code())
        .isEqualTo("redirects");
    assertThat(server.requests()).hasSize(2 + 4);
    assertThat(steps.failed("http", Map.of("url", here, "method", "POST")).code()).isEqualTo("3xx");
  }

  @Test
  void headers_stay_with_the_host_that_they_are_for() throws InterruptedException {
    try (var other = new RudeServer()) {
      var with =
          Map.<String, Object>of(
              "url", server.url("/redirect?" + other.url("/json")),
              "headers", Map.of("X-Token", SECRET));

      steps.result("http", with);

      assertThat(server.requests().toString()).contains(SECRET);
      assertThat(other.requests().toString()).doesNotContain(SECRET).contains("/json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://[::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://0x7f000002/",
        "http://127.2/",
      })
  void a_redirect_leads_nowhere_private(String to) throws InterruptedException {
    var redirected = steps.failed("http", Map.of("url", server.url("/redirect?" + to)));
    var straight = steps.failed("http", Map.of("url", to));

    assertThat(redirected.code()).isIn("forbidden-address", "unknown-host", "3xx");
    assertThat(straight.code()).isIn("forbidden-address", "unknown-host");
  }

  @Test
  void loopback_is_private_unless_allowed() throws InterruptedException {
    var strict = steps(List.of());

    for (var host : List.of("127.0.0.1", "localhost")) {
      var url = "http://%s:%d/json".formatted(host, server.port());
      assertThat(strict.failed("http", Map.of("url", url)).code()).isEqualTo("forbidden-address");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void what_cannot_be_sent_is_said_without_its_value() throws InterruptedException {
    var url = server.url("/json");
    var step = steps.withSecret(SECRET);

    step.failed("http", Map.of("url", url, "headers", Map.of("X-A", SECRET + "\r\nX-B: 1")));
    step.failed("http", Map.of("url", url, "headers", Map.of("Host", "else")));
    step.failed("http", Map.of("url", url.replace("127", "me:" + SECRET + "@127")));
    step.failed("http", Map.of("url", "file:///etc/passwd"));
    step.failed("http", Map.of("url", url, "body", "x"));
    step.failed("http", Map.of("url", url, "method", "POST", "body", "x", "json", 1L));
    step.failed("http", Map.of("url", url, "expectStatus", "fine"));

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_stopped_request_ends_at_once() throws InterruptedException {
    var with = Map.<String, Object>of("url", server.url("/silent"), "method", "POST");

    var outcome = steps.stopped("http", with, () -> server.requests().size() == 1);

    assertThat(outcome).isInstanceOf(Outcome.Unclear.class);
  }

  @Test
  void a_server_that_nobody_vouches_for_gets_nothing() throws Exception {
    try (var selfMade = SelfMade.start("localhost")) {
      var with =
          Map.<String, Object>of(
              "url", selfMade.url("127.0.0.1"), "method", "POST", "body", SECRET);

      var failed = steps.withSecret(SECRET).failed("http", with);

      assertThat(failed.code()).isEqualTo("tls");
      assertThat(failed.words()).contains("of nobody that is trusted here", "Nothing was sent");
      assertThat(selfMade.received()).isZero();
    }
  }

  @Test
  void a_certificate_is_for_its_name_only() throws Exception {
    try (var selfMade = SelfMade.start("localhost")) {
      var reach = new Reach(List.of(Network.of("127.0.0.1"), Network.of("::1")));
      var trusting = new Trial(List.of(new HttpKind(() -> reach, selfMade.trusting())), Map.of());

      assertThat(trusting.result("http", Map.of("url", selfMade.url("localhost"))))
          .containsEntry("body", "hello");
      assertThat(trusting.failed("http", Map.of("url", selfMade.url("127.0.0.1"))).words())
          .contains("its certificate is for another name");
    }
  }

  @Test
  void what_is_done_to_the_world_depends_on_the_method() {
    var kind = steps.kind("http");
    var get = new Arguments(Map.of("method", "GET", "url", "https://h/a?key=" + SECRET));
    var put = new Arguments(Map.of("method", "PUT"));
    var post = new Arguments(Map.of("method", "POST"));

    assertThat(kind.effect(get)).isEqualTo(Effect.READS);
    assertThat(kind.effect(put)).isEqualTo(Effect.CHANGES);
    assertThat(kind.isIdempotent(put)).isTrue();
    assertThat(kind.isIdempotent(post)).isFalse();
    assertThat(kind.effect(Arguments.NONE)).isEqualTo(Effect.CHANGES);
    assertThat(kind.describe(get)).isEqualTo("GET https://h/a");
    var later = new Arguments(Map.of("method", "POST", "url", "https://h/users/…/ban"));
    assertThat(kind.describe(later)).isEqualTo("POST https://h/users/…/ban");
  }

  private static Trial steps(List<Network> allowed) {
    return new Trial(List.of(new HttpKind(() -> new Reach(allowed))), Map.of());
  }
}
