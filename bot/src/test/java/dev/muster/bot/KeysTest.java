package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.TestSite.Answer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no key, or a wrong one, is told which of both it is and how a key is shown. */
class KeysTest {

  private static final String ALERTS = "/v1/alerts/alertmanager";
  private static final String LIST = "/api/v1/incidents?cursor=banana";

  @AutoClose
  private static final TestSite SITE =
      TestSite.with(Map.of("MUSTER_HOME", "team", "MUSTER_API_TOKEN", "api-secret"));

  private static Answer alert(String authorization) {
    return SITE.post(ALERTS, Map.of("Authorization", authorization));
  }

  @Test
  void no_key_is_told_from_a_wrong_one() {
    var none = SITE.post(ALERTS, Map.of());
    var wrong = alert("Bearer guess");

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.detail()).startsWith("No key was sent. Nothing was kept.");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.detail())
        .startsWith("No integration of source alertmanager has this key. Nothing was kept.")
        .doesNotContain("guess", "prometheus");
    assertThat(wrong.headers().get("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Basic ZGVtbzo=", "Basic %%%", "Digest demo"})
  void an_authorization_without_a_key_in_it_is_none(String authorization) {
    assertThat(alert(authorization).detail()).startsWith("No key was sent.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer guess", "Bearer"})
  void the_three_ways_to_show_a_key_are_named(String authorization) {
    assertThat(alert(authorization).detail())
        .contains("Authorization: Bearer KEY", "password of basic authentication", "?key=KEY");
  }

  @Test
  void no_token_is_told_from_a_wrong_one() {
    var none = SITE.get(LIST, Map.of());
    var wrong = SITE.get(LIST, Map.of("Authorization", "Bearer guess"));
    var right = SITE.get(LIST, Map.of("Authorization", "bearer api-secret"));

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.detail()).startsWith("No token was sent.");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.detail()).startsWith("This token is not known here").doesNotContain("guess");
    assertThat(none.headers().get("WWW-Authenticate")).isEqualTo("Bearer realm=\"muster\"");
    assertThat(wrong.headers().get("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"muster\", error=\"invalid_token\"");
    assertThat(right.status()).isEqualTo(400);
  }

  @Test
  void who_set_up_no_token_is_told_how() {
    try (var other = TestSite.with(Map.of("MUSTER_HOME", "team"))) {
      assertThat(other.get(LIST, Map.of("Authorization", "Bearer guess")).detail())
          .contains("start Muster with MUSTER_API_TOKEN");
    }
  }
}
