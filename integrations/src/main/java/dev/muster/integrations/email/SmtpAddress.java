package dev.muster.integrations.email;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the mail server is, as whom to come, and whom mail is from. The password shows nowhere but
 * in {@link #password}.
 *
 * @param user empty: nobody logs in
 */
public record SmtpAddress(
    String host, int port, Encryption encryption, String user, String password, String from) {

  /** How the way to the server is kept from others. */
  public enum Encryption {
    /** From the first byte: {@code smtps}. */
    AT_ONCE,
    /** By STARTTLS, or nothing is said. */
    REQUIRED,
    /** By STARTTLS where the server offers it. */
    OFFERED,
    NONE
  }

  private static final String SHAPE =
      "write the mail server's address as smtp://user:password@host:587?from=muster@example.org"
          + " (smtps:// for TLS from the first byte)";

  /**
   * Reads {@code smtp://user:pass@host:port?from=…&tls=required|offered|none}. A password goes over
   * an encrypted connection only, unless the server is on this machine or {@code tls} says else.
   *
   * @throws IllegalArgumentException with words for whoever wrote the address, without the password
   */
  public static SmtpAddress parse(String url) {
    var uri = uri(url);
    var atOnce = "smtps".equalsIgnoreCase(uri.getScheme());
    if (!(atOnce || "smtp".equalsIgnoreCase(uri.getScheme())) || uri.getHost() == null) {
      throw new IllegalArgumentException(SHAPE);
    }
    var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = userInfo.indexOf(':');
    var user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
    var password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
    var host = uri.getHost().replaceAll("[\\[\\]]", "");
    var options = options(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    var encryption =
        atOnce
            ? Encryption.AT_ONCE
            : encryption(options.get("tls"), !user.isEmpty() && !isLocal(host));
    var port = uri.getPort() >= 0 ? uri.getPort() : atOnce ? 465 : user.isEmpty() ? 25 : 587;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "the mail server's port " + port + " is none; write a number up to 65535");
    }
    var from = options.getOrDefault("from", user.contains("@") ? user : usualFrom(host));
    return new SmtpAddress(host, port, encryption, user, password, Addresses.checked(from));
  }

  /** Host and port: what may be shown. */
  public String shown() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return shown();
  }

  private static Encryption encryption(@Nullable String wanted, boolean secret) {
    if (wanted == null) {
      return secret ? Encryption.REQUIRED : Encryption.OFFERED;
    }
    return switch (wanted) {
      case "required" -> Encryption.REQUIRED;
      case "offered" -> Encryption.OFFERED;
      case "none" -> Encryption.NONE;
      default ->
          throw new IllegalArgumentException(
              "tls=" + wanted + " is unknown; write tls=required, tls=offered or tls=none");
    };
  }

  private static Map<String, String> options(String query) {
    var options = new TreeMap<String, String>();
    for (var one : query.split("&", -1)) {
      if (!one.isEmpty()) {
        var equals = one.indexOf('=');
        var name = equals < 0 ? one : one.substring(0, equals);
        if (!name.equals("from") && !name.equals("tls")) {
          throw new IllegalArgumentException(
              "the option \"" + name + "\" is unknown; there are from and tls");
        }
        options.put(name, equals < 0 ? "" : decode(one.substring(equals + 1)));
      }
    }
    return options;
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  private static String usualFrom(String host) {
    var isNumber = host.contains(":") || host.matches("[0-9.]+");
    return "muster@" + (isNumber ? "localhost" : host);
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the mail server's address cannot be read (special characters in the password are written"
              + " %40 for @ and so on)",
          null);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
