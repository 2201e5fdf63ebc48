package dev.muster.bot.login.proxy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody who is not known yet comes from, as far as it is sure.
 *
 * @param isShared whether the address says little, since it is a proxy's or a private one, behind
 *     which there may be everybody
 */
public record Asker(String address, boolean isShared) {

  /**
   * Only our own proxy is believed, and of what it forwards only what it added itself: the last
   * address. Whoever asks may have written those before.
   *
   * @param peer at the other end of the connection
   * @param forwardedFor the values of {@code X-Forwarded-For}
   */
  public static Asker of(String peer, List<String> forwardedFor, Optional<TrustedProxy> proxy) {
    if (proxy.filter(it -> it.isAt(peer)).isEmpty()) {
      return Network.address(peer).map(Asker::at).orElseGet(() -> new Asker(peer, true));
    }
    return last(forwardedFor).map(Asker::at).orElseGet(() -> new Asker(peer, true));
  }

  private static Asker at(InetAddress address) {
    return new Asker(address.getHostAddress(), isPrivate(address));
  }

  private static Optional<InetAddress> last(List<String> forwardedFor) {
    if (forwardedFor.isEmpty()) {
      return Optional.empty();
    }
    var value = forwardedFor.getLast();
    return Network.address(withoutPort(value.substring(value.lastIndexOf(',') + 1).strip()));
  }

  /** Some proxies write {@code 203.0.113.7:4711} or {@code [2001:db8::7]:4711}. */
  private static String withoutPort(String hop) {
    return hop.replaceFirst("^\\[(.*)](:\\d+)?$", "$1").replaceFirst("^([\\d.]+):\\d+$", "$1");
  }

  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
  }
}
