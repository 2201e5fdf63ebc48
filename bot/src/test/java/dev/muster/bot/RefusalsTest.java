package dev.muster.bot;

import static dev.muster.bot.TestSite.BROWSER;
import static dev.muster.bot.TestSite.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes too early or asks for what is not there is told so in words that can be read. */
class RefusalsTest {

  private TestSite site = TestSite.demo();

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/foo", "/v1/alerts/", "/v1", "/api", "/api/v1/nope", "/api/v1/incidents/1/2"})
  void a_program_that_asks_for_what_is_not_there_gets_a_problem(String path) {
    var answer = site.get(path, PROGRAM);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).startsWith("Nothing is at " + path + ".");
  }

  @Test
  void a_program_is_told_which_paths_there_are() {
    assertThat(site.get("/v1/alerts/", PROGRAM).detail())
        .isEqualTo("Nothing is at /v1/alerts/. Known: /v1/alerts/{source}.");
    assertThat(site.get("/api/v1/nope", PROGRAM).detail())
        .contains(
            "/api/v1/incidents, /api/v1/incidents/{id},", "/api/v1/commands, /api/openapi.json.");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/alerts/alertmanager, POST",
    "DELETE, /api/v1/incidents, 'GET, HEAD'",
    "POST, /api/v1/deliveries/7/body, 'GET, HEAD'",
    "GET, /api/v1/commands, POST",
    "PUT, /chat/who, 'GET, HEAD, POST'"
  })
  void a_wrong_method_is_answered_with_the_right_ones(String method, String path, String allowed) {
    var answer = site.ask(HttpMethod.valueOf(method), "127.0.0.1", path, PROGRAM);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().get("Allow")).isEqualTo(allowed);
    assertThat(answer.detail())
        .isEqualTo(path + " takes " + allowed + ", and this was " + method + ".");
  }

  @Test
  void a_person_gets_a_page_that_leads_on() {
    var nowhere = site.get("/foo<i>", BROWSER);
    var form = site.get("/chat/send", BROWSER);

    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(form.status()).isEqualTo(405);
    assertThat(form.headers().get("Allow")).isEqualTo("POST");
    assertThat(List.of(nowhere, form))
        .allSatisfy(answer -> {
          assertThat(answer.type()).startsWith("text/html");
          assertThat(answer.headers().get("Content-Security-Policy"))
              .contains("default-src 'none'");
          assertThat(answer.body())
              .contains("<!doctype html>", "href=\"/chat\"")
              .doesNotContain("<i>");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nope", "/v1/alerts/"})
  void what_is_for_programs_is_a_problem_in_a_browser_too(String path) {
    assertThat(site.get(path, BROWSER).type()).isEqualTo("application/problem+json");
  }

  @Test
  void an_address_that_cannot_be_read_is_answered_in_words() {
    assertThat(site.get("/api/v1/incidents/%zz", PROGRAM).detail()).contains("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"incidents", "alerts", "deliveries"})
  void a_cursor_that_nobody_gave_out_is_refused_with_a_sentence(String list) {
    var answer = site.get("/api/v1/" + list + "?cursor=banana", PROGRAM);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).startsWith("cursor: \"banana\" is no cursor of this list.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/chat", "/chat?channel=incidents"})
  void who_opens_a_page_too_early_sees_one_that_tries_again(String path) {
    restart();

    for (var headers : List.of(BROWSER, PROGRAM)) {
      var answer = site.get(path, headers);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.type()).startsWith("text/html");
      assertThat(answer.headers().get("Retry-After")).isEqualTo("5");
      assertThat(answer.headers().get("Refresh")).isEqualTo("3");
      assertThat(answer.body()).contains("Muster is starting …", "tries again by itself");
    }
  }

  @Test
  void the_page_shown_too_early_has_its_style_and_says_what_is_waited_for() {
    restart();
    site.readiness().notReady("Waiting for the database at db:5432");

    var page = site.get("/", BROWSER).body();
    var style = Pattern.compile("/assets/[0-9a-f]+/chat.css").matcher(page);

    assertThat(page).contains("Muster is starting …", "Waiting for the database at db:5432.");
    assertThat(style.find()).isTrue();
    assertThat(site.get(style.group(), BROWSER).status()).isEqualTo(200);
  }

  @Test
  void what_is_sent_too_early_was_not_done() {
    restart();

    var script = site.post("/chat/send", Map.of("Accept", "*/*", "HX-Request", "true"));

    assertThat(script.status()).isEqualTo(503);
    assertThat(script.headers().contains("Refresh")).isFalse();
    assertThat(script.headers().get("Muster-Part")).isEqualTo("refused");
    assertThat(script.body()).contains("Muster is starting …", "Nothing was done.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/incidents", "/v1/alerts/alertmanager"})
  void a_program_that_comes_too_early_is_told_to_come_again(String path) {
    restart();

    var answer = site.get(path, PROGRAM);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers().get("Retry-After")).isEqualTo("5");
    assertThat(answer.detail()).isEqualTo("Muster is starting. Try again in a few seconds.");
  }

  @Test
  void who_comes_too_late_is_told_that_it_stops() {
    site.readiness().stopping();

    assertThat(site.get("/", BROWSER).body()).contains("Muster is stopping …");
  }

  private void restart() {
    site.close();
    site = TestSite.starting();
  }
}
