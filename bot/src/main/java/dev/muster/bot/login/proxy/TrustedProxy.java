package dev.muster.bot.login.proxy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reverse proxy that signs people in and says in a header who they are.
 *
 * @param header such as {@code X-Forwarded-Email}
 * @param networks where its connections come from
 */
public record TrustedProxy(String header, List<Network> networks) {

  private static final String HEADER = "MUSTER_PROXY_HEADER";
  private static final String ADDRESSES = "MUSTER_PROXY_ADDRESSES";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{1,60}");

  public TrustedProxy {
    networks = List.copyOf(networks);
  }

  /**
   * What the environment says; empty when it says nothing. Throws {@link IllegalArgumentException}
   * where only half is said, or what cannot be meant.
   */
  public static Optional<TrustedProxy> of(Function<String, Optional<String>> environment) {
    var header = environment.apply(HEADER);
    var addresses = environment.apply(ADDRESSES);
    if (header.isEmpty() && addresses.isEmpty()) {
      return Optional.empty();
    }
    if (header.isEmpty() || addresses.isEmpty()) {
      throw new IllegalArgumentException(
          HEADER
              + " and "
              + ADDRESSES
              + " go together: the header in which the proxy says who somebody is, and the"
              + " addresses from which it is believed");
    }
    return Optional.of(new TrustedProxy(name(header.get()), networks(addresses.get())));
  }

  /** Whether it is the proxy that has this address. */
  public boolean isAt(String peer) {
    return networks.stream().anyMatch(network -> network.contains(peer));
  }

  private static String name(String header) {
    if (!NAME.matcher(header).matches()) {
      throw new IllegalArgumentException(
          HEADER + "=" + header + " is no header's name; write one such as X-Forwarded-Email");
    }
    return header;
  }

  private static List<Network> networks(String addresses) {
    try {
      return Stream.of(addresses.strip().split("[\\s,]+")).map(Network::parse).toList();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(ADDRESSES + ": " + wrong.getMessage(), wrong);
    }
  }
}
