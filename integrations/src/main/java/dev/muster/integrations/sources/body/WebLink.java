package dev.muster.integrations.sources.body;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Links that people may safely follow: absolute http or https, of bounded length, without anything
 * that could end the link in a message early, and without a user's name, which only misleads.
 */
public final class WebLink {

  public static final int MAX_LENGTH = 2_000;

  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";
  private static final String UNSAFE = "<>\"\\`";
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private WebLink() {}

  /** The link without blanks around it; empty when it is none to follow. */
  public static Optional<String> of(String text) {
    var link = text.strip();
    var host = hostStart(link);
    return host > 0 && link.length() <= MAX_LENGTH && hasHost(link, host) && isSafe(link)
        ? Optional.of(link)
        : Optional.empty();
  }

  /** Text for a query or a fragment: percent-encoded UTF-8, blanks too (RFC 3986, 2.1). */
  public static String encode(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new byte[3 * bytes.length];
    var length = 0;
    for (var unit : bytes) {
      if (isUnreserved(unit)) {
        out[length++] = unit;
      } else {
        out[length++] = '%';
        out[length++] = HEX[(unit >> 4) & 0xf];
        out[length++] = HEX[unit & 0xf];
      }
    }
    return new String(out, 0, length, StandardCharsets.US_ASCII);
  }

  private static int hostStart(String link) {
    return startsWith(link, HTTPS) ? HTTPS.length() : startsWith(link, HTTP) ? HTTP.length() : -1;
  }

  private static boolean startsWith(String link, String scheme) {
    return link.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static boolean hasHost(String link, int start) {
    var end = start;
    while (end < link.length() && "/?#".indexOf(link.charAt(end)) < 0) {
      end++;
    }
    return end > start && link.charAt(start) != ':' && link.substring(start, end).indexOf('@') < 0;
  }

  private static boolean isSafe(String link) {
    for (var at = 0; at < link.length(); at++) {
      var c = link.charAt(at);
      if (c <= ' '
          || Character.isISOControl(c)
          || Character.isWhitespace(c)
          || UNSAFE.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(byte c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '~';
  }
}
