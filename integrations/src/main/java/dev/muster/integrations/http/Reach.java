package dev.muster.integrations.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Where steps may go: everywhere but to private, loopback and link-local addresses, and to those
 * only where the configuration allows their network. A name is looked up once, all of its addresses
 * are checked, and one of them is gone to.
 */
public record Reach(List<Network> allowed) implements Dns {

  public Reach {
    allowed = List.copyOf(allowed);
  }

  /** The name leads where no step may go. */
  static final class ForbiddenException extends UnknownHostException {
    ForbiddenException(String host, InetAddress address) {
      super(
          "%s leads to %s, a private address: allow its network in the configuration if runbooks"
                  .formatted(host, address.getHostAddress())
              + " may go there");
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    var addresses = List.of(InetAddress.getAllByName(host));
    for (var address : addresses) {
      check(host, address);
    }
    return addresses;
  }

  /** For what is an address already, which nobody looks up. */
  void checkLiteral(String host) throws UnknownHostException {
    if (host.indexOf(':') >= 0 || host.matches("[0-9.]+")) {
      check(host, InetAddress.getByName(host));
    }
  }

  private void check(String host, InetAddress address) throws UnknownHostException {
    var isPublic = Network.NOT_PUBLIC.stream().noneMatch(it -> it.contains(address));
    if (!isPublic && allowed.stream().noneMatch(it -> it.contains(address))) {
      throw new ForbiddenException(host, address);
    }
  }
}
