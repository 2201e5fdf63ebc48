package dev.muster.integrations.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the database is and as whom to come. The password shows nowhere but in {@link #password}.
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)");

  /** www.postgresql.org/docs/current/libpq-ssl.html */
  private static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  /**
   * Reads {@code postgresql://user:pass@host:port/db?sslmode=…}, with {@code postgres://} and
   * {@code jdbc:postgresql://} as well.
   *
   * @throws IllegalArgumentException with words for whoever wrote the address, without the password
   */
  public static DatabaseAddress parse(String url) {
    var uri = uri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
    var known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!known || uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException(
          "write the database's address as postgresql://user:password@host:5432/database");
    }
    var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = userInfo.indexOf(':');
    var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    var password = colon < 0 ? "" : userInfo.substring(colon + 1);
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    checkPort(port);
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    checkEncryption(query);
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
        decode(user),
        decode(password));
  }

  private static void checkPort(int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "the database's port " + port + " is none; write a number up to 65535");
    }
  }

  /** The driver would find out only when it connects, and say that nothing answers. */
  private static void checkEncryption(String query) {
    var mode = SSL_MODE.matcher(query);
    if (mode.find() && !SSL_MODES.contains(mode.group(1).toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "sslmode=%s is unknown; write one of %s"
              .formatted(mode.group(1), String.join(", ", SSL_MODES)));
    }
  }

  /** Host, port and database: what may be shown. */
  public String shown() {
    var start = jdbcUrl.indexOf("//") + 2;
    var end = jdbcUrl.indexOf('?');
    return jdbcUrl.substring(start, end < 0 ? jdbcUrl.length() : end);
  }

  @Override
  public String toString() {
    return shown();
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the database's address cannot be read (special characters in the password are written"
              + " %40 for @ and so on)",
          null);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
