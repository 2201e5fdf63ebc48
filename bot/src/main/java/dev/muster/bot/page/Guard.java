package dev.muster.bot.page;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** What protects the pages: the headers of every answer, and who may send forms. */
public final class Guard {

  private static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Guard() {}

  public static void protect(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", CONTENT_SECURITY)
        .putHeader("X-Content-Type-Options", "nosniff")
        // Not "no-referrer", which would make browsers send "Origin: null" with our own forms.
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** Whether one of our own pages sent it, as far as the browser says; saying nothing is no. */
  public static boolean isOurs(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    var origin = request.getHeader("Origin");
    return origin != null && host(origin).equals(host(address(request)));
  }

  /** The scheme and host by which the browser reached us. */
  public static String address(HttpServerRequest request) {
    var authority = request.authority();
    return request.scheme() + "://" + (authority == null ? "127.0.0.1" : authority);
  }

  /** Without the scheme, which a proxy in front of us may change. */
  private static String host(String address) {
    return address.substring(address.indexOf("://") + 1).toLowerCase(Locale.ROOT);
  }
}
