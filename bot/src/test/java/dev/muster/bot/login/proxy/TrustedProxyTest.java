package dev.muster.bot.login.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxyTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.255.7, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.1.2.3, ::ffff:10.1.2.3, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "fd00::/8, fdab::1, true",
    "fd00::/8, 253.0.0.1, false",
    "::1, ::1, true",
    "::1, 0.0.0.1, false",
    "10.1.0.0/16, unknown, false"
  })
  void an_address_is_in_a_network_or_not(String network, String peer, boolean expected) {
    assertThat(Network.parse(network).contains(peer)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, everybody",
    "::/0, everybody",
    "10.1.2.3/16, longer than its prefix",
    "10.1.0.0/33, more than 32 bits",
    "10.1.0/16, has no address",
    "proxy.internal, no range of addresses",
    "300.1.1.1, has no address"
  })
  void what_cannot_be_meant_is_refused_in_words(String network, String why) {
    assertThatThrownBy(() -> read(Map.of("X", network)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("MUSTER_PROXY_ADDRESSES: ")
        .hasMessageContaining(why);
  }

  @Test
  void several_addresses_stand_behind_each_other() {
    var proxy = read(Map.of("X", "10.1.2.3, fd00::/8")).orElseThrow();

    assertThat(proxy.header()).isEqualTo("X-Forwarded-Email");
    assertThat(proxy.isAt("fd00::5")).isTrue();
    assertThat(proxy.isAt("10.1.2.4")).isFalse();
  }

  @Test
  void one_half_is_not_enough_and_nothing_is_nothing() {
    assertThat(TrustedProxy.of(_ -> Optional.empty())).isEmpty();
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageContaining("MUSTER_PROXY_HEADER and MUSTER_PROXY_ADDRESSES go together");
    assertThatThrownBy(() -> read(Map.of("X", "::1", "MUSTER_PROXY_HEADER", "a: b")))
        .hasMessageContaining("no header's name");
  }

  /** With the addresses under X. */
  private static Optional<TrustedProxy> read(Map<String, String> said) {
    var environment = new HashMap<>(Map.of("MUSTER_PROXY_HEADER", "X-Forwarded-Email"));
    environment.putAll(said);
    if (said.containsKey("X")) {
      environment.put("MUSTER_PROXY_ADDRESSES", said.get("X"));
    }
    return TrustedProxy.of(name -> Optional.ofNullable(environment.get(name)));
  }
}
