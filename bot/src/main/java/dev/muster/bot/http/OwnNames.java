package dev.muster.bot.http;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers only those who call us by a name of ours. A web page elsewhere can lead its own name to
 * this machine and would then speak, through somebody's browser, to a demo where everybody may pick
 * who they are. Thread-safe.
 */
public final class OwnNames {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  /** Whoever listens everywhere has said nothing of where people find it. */
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  private final Set<String> names = new HashSet<>(THIS_MACHINE);

  /**
   * Adds to this machine's own names the address that we listen at, and the host of the one, if
   * any, that people were told to use.
   */
  public OwnNames(String bind, Optional<String> url) {
    names.add(plain(bind));
    names.removeAll(EVERYWHERE);
    url.flatMap(OwnNames::host).ifPresent(names::add);
  }

  /** Lets a request through that was meant for us. */
  public void check(RoutingContext context) {
    var authority = context.request().authority();
    if (isOurs(authority)) {
      context.next();
      return;
    }
    Problem.of(
            421,
            "Not this address",
            "The demo answers to this machine's own names only, and this request is for "
                + (authority == null ? "no host" : shortened(authority.host()))
                + ". Open it as 127.0.0.1 or localhost; where it is meant to have another name,"
                + " start it with MUSTER_URL set to that address.")
        .send(context.response());
  }

  private boolean isOurs(@Nullable HostAndPort authority) {
    return authority != null && names.contains(plain(authority.host()));
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost()).map(OwnNames::plain);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Without the brackets of an IPv6 address. */
  private static String plain(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") && lower.endsWith("]")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }

  private static String shortened(String host) {
    return host.length() <= 100 ? host : host.substring(0, 100) + "…";
  }
}
