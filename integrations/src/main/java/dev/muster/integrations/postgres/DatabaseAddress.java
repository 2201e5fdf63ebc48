package dev.muster.integrations.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the database is and as whom to come. The password shows nowhere but in {@link #password}.
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

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
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
        decode(user),
        decode(password));
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
