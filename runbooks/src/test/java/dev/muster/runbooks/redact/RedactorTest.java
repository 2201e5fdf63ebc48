package dev.muster.runbooks.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private static final String SECRET = "p/ss\"wörd+?&=\\x";
  private final Redactor redactor = Redactor.of(List.of(SECRET));

  @Test
  void a_secret_is_covered_as_it_is_url_encoded_and_in_json() {
    var encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    var json = SECRET.replace("\\", "\\\\").replace("\"", "\\\"");

    assertThat(redactor.text("a %s b %s c %s d".formatted(SECRET, encoded, json)))
        .isEqualTo("a ••• b ••• c ••• d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "user:", "admin:"})
  void a_secret_is_covered_in_base64_wherever_it_stands(String before) {
    var bytes = (before + SECRET + ":after").getBytes(StandardCharsets.UTF_8);

    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      var shown = redactor.text(encoder.encodeToString(bytes));
      assertThat(shown).contains("•••");
      assertThat(shown.replace("•••", "")).hasSizeLessThan(before.length() * 2 + 16);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "the key is abcdef…,           the key is •••…",
    "…ghijkl is the key,           …••• is the key",
    "it is abcdef…ghijkl here,     it is •••…••• here",
    "it is abcdef… …ghijkl here,   it is •••… …••• here",
    "…defghi…,                     …•••…",
    "not abcdxf…,                  not abcdxf…",
    "too short to tell: abc…,      too short to tell: abc…",
    "abcdefghijkl…,                •••…",
  })
  void what_is_left_of_a_secret_where_a_text_was_cut_is_covered(String text, String shown) {
    assertThat(Redactor.of(List.of("abcdefghijkl")).text(text)).isEqualTo(shown);
  }

  @Test
  void values_are_covered_however_deep() {
    var value = Map.of("a", List.of(Map.of(SECRET, "x " + SECRET)), "n", 3L);

    assertThat(redactor.map(value))
        .isEqualTo(Map.of("a", List.of(Map.of("•••", "x •••")), "n", 3L));
  }

  @Test
  void each_line_of_a_secret_of_several_is_covered() {
    var key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----";

    assertThat(Redactor.of(List.of(key)).text("found MIIEvQIBADANBg here"))
        .isEqualTo("found ••• here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a~b\\u0026\\u003c\\u00f6*",
        "a~b%26%3c%c3%b6*",
        "a~b%26%3C%C3%B6%2A",
        "a%7Eb%26%3C%C3%B6*",
        "a~b&<ö*"
      })
  void a_secret_is_covered_as_other_languages_write_it(String written) {
    assertThat(Redactor.of(List.of("a~b&<ö*\n")).text("x" + written + "x")).isEqualTo("x•••x");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 76})
  void a_secret_is_covered_in_base64_that_is_broken_into_lines(int length) {
    var key = "0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ ".repeat(3);
    var lines =
        Base64.getMimeEncoder(length, new byte[] {'\n'})
            .encodeToString(key.getBytes(StandardCharsets.UTF_8));

    assertThat(lines.lines().map(Redactor.of(List.of(key))::text)).containsOnly("•••");
  }

  @Test
  void short_lines_and_numbers_are_covered_too() {
    var both = Redactor.of(List.of("user\nhunter2\n", "493817"));

    assertThat(both.text("it is hunter2")).isEqualTo("it is •••");
    assertThat(both.map(Map.of("pin", 493817L, "rows", 4938170L)))
        .isEqualTo(Map.of("pin", "•••", "rows", 4938170L));
  }

  @Test
  void what_is_too_short_is_no_secret() {
    assertThat(Redactor.of(List.of("", "a", "  ")).text("a banana")).isEqualTo("a banana");
  }

  @Test
  void the_password_of_an_address_is_a_secret_by_itself() {
    var redactor = Redactor.of(List.of("postgresql://app:s3cr3t%2Fpass@db.example.org:5432/shop"));

    assertThat(redactor.text("s3cr3t%2Fpass s3cr3t/pass at db.example.org"))
        .isEqualTo("••• ••• at db.example.org");
    assertThat(redactor.text("8 MB database postgres")).isEqualTo("8 MB database postgres");
  }
}
