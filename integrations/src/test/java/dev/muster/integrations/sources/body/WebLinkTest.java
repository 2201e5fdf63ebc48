package dev.muster.integrations.sources.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://n3:9090/graph?g0.expr=up%7B%7D+%3C+3&g0.tab=1",
        "HTTPS://wiki.example.com/Störung",
        "https://[2001:db8::1]:9093",
        "https://wiki.example.com/{app}?x=a@b",
      })
  void keeps_absolute_links(String link) {
    assertThat(WebLink.of(link)).contains(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/metrics/graph",
        "?orgId=1",
        "//host/path",
        "host.example.com",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "ftp://host/x",
        "mailto:a@example.com",
        "http:host",
        "http://",
        "http:///path",
        "http://:9093",
        "https://bank.example.com@evil.example.com/",
        "https://host/a b",
        "https://host/a\tb",
        "https://host/\u0000",
        "https://host/\u2028x",
        "https://host/><script>",
        "https://host/\"onclick=",
        "https://host\\@evil",
      })
  void refuses_what_nobody_should_follow(String link) {
    assertThat(WebLink.of(link)).isEmpty();
  }

  @Test
  void takes_blanks_from_around_a_link() {
    assertThat(WebLink.of(" https://host/x\n")).contains("https://host/x");
  }

  @Test
  void refuses_links_longer_than_two_thousand_characters() {
    var longest = "https://host/" + "x".repeat(2_000 - 13);

    assertThat(WebLink.of(longest)).contains(longest);
    assertThat(WebLink.of(longest + "x")).isEmpty();
  }

  @Test
  void encodes_so_that_decoding_gives_the_text_back() {
    var text = "{a=\"b c+d\", e=\"ü💾%&#\"}";

    assertThat(WebLink.encode(text)).doesNotContain(" ", "+", "#", "\"", "&");
    assertThat(URLDecoder.decode(WebLink.encode(text), StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
