package dev.muster.integrations.redis;

import dev.muster.runbooks.kind.Arguments;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The Redis of a step and as whom to come. Its text has neither user nor password. */
record RedisTarget(
    String host, int port, int database, String user, String password, boolean isEncrypted) {

  private static final Set<String> SCHEMES = Set.of("redis", "rediss");
  private static final int USUAL_PORT = 6379;

  /**
   * @throws IllegalArgumentException with words for whoever wrote the address, without the password
   */
  static RedisTarget of(String url) {
    var uri = uri(url);
    if (uri.getHost() == null
        || uri.getScheme() == null
        || !SCHEMES.contains(uri.getScheme())
        || uri.getRawQuery() != null) {
      throw unreadable();
    }
    var who = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    return new RedisTarget(
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        database(Optional.ofNullable(uri.getPath()).orElse("")),
        decoded(who[0]),
        who.length < 2 ? "" : decoded(who[1]),
        uri.getScheme().equals("rediss"));
  }

  /** What may be shown of where a step works; {@code …} where that is known only later. */
  static String shown(Arguments with) {
    try {
      return with.optionalText("url").map(url -> of(url).toString()).orElse("…");
    } catch (IllegalArgumentException unreadable) {
      return "…";
    }
  }

  /** Host, port and database. */
  @Override
  public String toString() {
    return host + ":" + port + "/" + database;
  }

  private static int database(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return 0;
    }
    if (!path.matches("/\\d{1,5}")) {
      throw unreadable();
    }
    return Integer.parseInt(path.substring(1));
  }

  private static URI uri(String url) {
    try {
      return new URI(url.strip());
    } catch (URISyntaxException e) {
      throw unreadable();
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "The step's url: write redis://user:password@host:6379/0, rediss:// where it is encrypted,"
            + " with %40 for @ in a password.");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
