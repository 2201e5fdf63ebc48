package dev.muster.bot;

import static dev.muster.bot.TestSite.BROWSER;
import static dev.muster.bot.TestSite.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uptime checkers ask with HEAD. */
class HeadRequestsTest {

  @AutoClose private static final TestSite SITE = TestSite.demo();
  @AutoClose private static final TestSite STARTING = TestSite.starting();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/chat", "/login", "/health/live", "/metrics"})
  void head_is_answered_as_get_is_without_the_body(String path) {
    isAnswered(SITE, path, 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/health/ready"})
  void head_hears_that_muster_is_not_ready(String path) {
    isAnswered(STARTING, path, 503);
  }

  private static void isAnswered(TestSite site, String path, int status) {
    var get = site.get(path, BROWSER);
    var head = site.ask(HttpMethod.HEAD, "127.0.0.1", path, BROWSER);

    assertThat(get.status()).isEqualTo(status);
    assertThat(head.status()).isEqualTo(status);
    assertThat(head.type()).isEqualTo(get.type());
    assertThat(head.body()).isEmpty();
  }

  @Test
  void a_stream_is_not_begun_for_somebody_who_reads_nothing() {
    assertThat(SITE.ask(HttpMethod.HEAD, "127.0.0.1", "/live", PROGRAM).status()).isEqualTo(405);
  }
}
