package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page elsewhere cannot lead its own name to the demo. */
class OwnNamesTest {

  private static final List<String> PATHS =
      List.of("/", "/chat", "/live?channel=incidents", "/health", "/metrics", "/api/v1/incidents");

  @Test
  void the_demo_answers_nobody_who_calls_it_by_another_name() {
    try (var site = TestSite.demo()) {
      assertThat(PATHS)
          .allSatisfy(path -> {
            var answer = site.ask(HttpMethod.GET, "evil.example", path, TestSite.BROWSER);

            assertThat(answer.status()).as(path).isEqualTo(421);
            assertThat(answer.detail())
                .contains("this request is for evil.example", "127.0.0.1", "MUSTER_URL");
          });
      var key = Map.of("Authorization", "Bearer demo");
      var alert = site.ask(HttpMethod.POST, "evil.example", "/v1/alerts/alertmanager", key);
      var form = site.ask(HttpMethod.POST, "evil.example", "/chat/send", TestSite.BROWSER);
      assertThat(List.of(alert.status(), form.status())).containsOnly(421);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
  void the_demo_answers_to_this_machines_names(String name) {
    try (var site = TestSite.demo()) {
      assertThat(site.ask(HttpMethod.GET, name, "/", TestSite.BROWSER).status()).isEqualTo(200);
    }
  }

  @Test
  void the_demo_answers_to_the_address_that_it_was_given() {
    try (var site = TestSite.with(Map.of("MUSTER_URL", "https://Demo.example:8443/"))) {
      assertThat(site.ask(HttpMethod.GET, "demo.example", "/", TestSite.BROWSER).status())
          .isEqualTo(200);
      assertThat(site.ask(HttpMethod.GET, "evil.example", "/", TestSite.BROWSER).status())
          .isEqualTo(421);
    }
  }

  @Test
  void who_listens_everywhere_is_not_called_by_that() {
    try (var site = TestSite.with(Map.of("BIND", "0.0.0.0"))) {
      assertThat(site.ask(HttpMethod.GET, "0.0.0.0", "/", TestSite.BROWSER).status())
          .isEqualTo(421);
    }
  }

  @Test
  void elsewhere_every_name_is_fine_for_who_has_the_token() {
    var environment = Map.of("MUSTER_HOME", "team", "MUSTER_API_TOKEN", "secret");
    try (var site = TestSite.with(environment)) {
      assertThat(site.ask(HttpMethod.GET, "muster.example", "/login", TestSite.BROWSER).status())
          .isEqualTo(200);
    }
  }
}
