package dev.muster.integrations.postgres.kind.session;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.runbooks.kind.Arguments;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The database of a step and as whom to come. Its text has neither user nor password. */
public record Target(
    String host, int port, String database, String user, String password, Map<String, String> tls) {

  private static final Set<String> KNOWN = Set.of("sslmode", "sslrootcert");
  private static final int USUAL_PORT = 5432;

  public Target {
    tls = Map.copyOf(tls);
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database}.
   *
   * @throws RefusedException with words for whoever wrote the address, without the password
   */
  public static Target of(String url) {
    var address = address(url);
    var uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
    if (address.user().isEmpty()) {
      throw new RefusedException(
          "invalid",
          "The database's address names no user: write postgresql://user:password@host:5432/db");
    }
    return new Target(
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        uri.getPath().substring(1),
        address.user(),
        address.password(),
        tls(Optional.ofNullable(uri.getRawQuery()).orElse("")));
  }

  /** What may be shown of where a step works; {@code …} where that is known only later. */
  public static String shown(Arguments with, String parameter) {
    try {
      return with.optionalText(parameter).map(url -> of(url).toString()).orElse("…");
    } catch (RefusedException unreadable) {
      return "…";
    }
  }

  /** The same server, another of its databases. */
  public Target other(String name) {
    return new Target(host, port, name, user, password, tls);
  }

  /** Host, port and database. */
  @Override
  public String toString() {
    return host + ":" + port + "/" + database;
  }

  private static DatabaseAddress address(String url) {
    try {
      return DatabaseAddress.parse(url);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("invalid", "The step's url: " + e.getMessage());
    }
  }

  /** Only what is harmless: other settings of the driver name classes and files. */
  private static Map<String, String> tls(String query) {
    var options = new TreeMap<String, String>();
    for (var option : query.isEmpty() ? new String[0] : query.split("&")) {
      var parts = option.split("=", 2);
      if (!KNOWN.contains(parts[0]) || parts.length < 2) {
        throw new RefusedException(
            "invalid",
            "The database's address may have sslmode and sslrootcert after its ?, and nothing"
                + " else.");
      }
      options.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return options;
  }
}
