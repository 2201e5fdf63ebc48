package dev.muster.bot.login.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskerTest {

  private static final String PROXY = "10.1.2.3";

  private final Optional<TrustedProxy> proxy =
      Optional.of(new TrustedProxy("X-Email", List.of(Network.parse(PROXY))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7 | 203.0.113.7",
        "198.51.100.1, 203.0.113.7 | 203.0.113.7",
        "198.51.100.1,203.0.113.7:4711 | 203.0.113.7",
        "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
      })
  void of_what_the_proxy_forwards_the_last_address_counts(String forwarded, String address) {
    var asker = Asker.of(PROXY, List.of("192.0.2.1", forwarded), proxy);

    assertThat(asker).isEqualTo(new Asker(address, false));
  }

  @Test
  void nobody_else_is_believed() {
    assertThat(Asker.of("203.0.113.7", List.of("192.0.2.1"), proxy))
        .isEqualTo(new Asker("203.0.113.7", false));
    assertThat(Asker.of("10.1.2.4", List.of("192.0.2.1"), proxy))
        .isEqualTo(new Asker("10.1.2.4", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "203.0.113.7,", "evil.example"})
  void a_proxy_that_does_not_say_for_whom_may_speak_for_everybody(String forwarded) {
    assertThat(Asker.of(PROXY, List.of(forwarded), proxy)).isEqualTo(new Asker(PROXY, true));
    assertThat(Asker.of(PROXY, List.of(), proxy)).isEqualTo(new Asker(PROXY, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.9.8.7", "192.168.1.1", "172.16.0.1", "fd00::1"})
  void a_private_address_may_be_a_proxy(String peer) {
    assertThat(Asker.of(peer, List.of(), Optional.empty()).isShared()).isTrue();
  }
}
