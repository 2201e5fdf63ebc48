package dev.muster.integrations.sources;

import static dev.muster.integrations.sources.Alertmanager.alert;
import static dev.muster.integrations.sources.Alertmanager.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerIdentityTest {

  @Test
  void is_the_fingerprint() {
    assertThat(alert("\"fingerprint\":\"8a07086b74f3ba78\"").dedupKey())
        .isEqualTo("8a07086b74f3ba78");
    assertThat(alert("\"fingerprint\":9007199254740993").dedupKey()).isEqualTo("9007199254740993");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"fingerprint\":\"  \",", "\"fingerprint\":null,"})
  void is_the_hash_of_the_labels_without_a_fingerprint(String fingerprint) {
    var alert = alert(fingerprint + "\"labels\":{\"a\":\"1\",\"b\":\"2\"}");

    assertThat(alert.dedupKey())
        .matches("[0-9a-f]{64}")
        .isEqualTo(labelled("\"b\":\"2\",\"a\":\"1\"").dedupKey());
  }

  @Test
  void is_the_same_whatever_else_changes() {
    var firing = alert("\"labels\":{\"a\":\"1\"},\"status\":\"firing\",\"startsAt\":\"x\"");
    var resolved = alert("\"labels\":{\"a\":\"1\"},\"annotations\":{\"value\":\"7\"}");

    assertThat(firing.dedupKey()).isEqualTo(resolved.dedupKey());
  }

  @Test
  void differs_where_labels_only_look_the_same_put_together() {
    assertThat(labelled("\"a\":\"1,1:b,1:2\"").dedupKey())
        .isNotEqualTo(labelled("\"a\":\"1\",\"b\":\"2\"").dedupKey());
    assertThat(labelled("\"ab\":\"c\"").dedupKey())
        .isNotEqualTo(labelled("\"a\":\"bc\"").dedupKey());
  }

  @Test
  void differs_where_labels_differ_only_beyond_what_is_kept() {
    var same = "x".repeat(4_000);

    assertThat(labelled("\"a\":\"" + same + "1\"").dedupKey())
        .isNotEqualTo(labelled("\"a\":\"" + same + "2\"").dedupKey());
  }

  @Test
  void is_a_hash_where_the_fingerprint_is_longer_than_a_key_may_be() {
    var longest = "f".repeat(255);

    assertThat(alert("\"fingerprint\":\"" + longest + "\"").dedupKey()).isEqualTo(longest);
    assertThat(alert("\"fingerprint\":\"" + longest + "1\"").dedupKey())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(alert("\"fingerprint\":\"" + longest + "2\"").dedupKey());
  }

  @Test
  void of_an_alert_without_labels_is_what_it_is_called_and_where_it_comes_from() {
    var one = alert("\"annotations\":{\"summary\":\"S\"},\"generatorURL\":\"http://a/1\"");
    var other = alert("\"annotations\":{\"summary\":\"S\"},\"generatorURL\":\"http://a/2\"");

    assertThat(one.dedupKey()).matches("[0-9a-f]{64}").isNotEqualTo(other.dedupKey());
  }
}
