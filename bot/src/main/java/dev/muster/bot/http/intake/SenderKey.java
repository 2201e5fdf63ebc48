package dev.muster.bot.http.intake;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The key that a sender shows: a bearer token, a basic password, or {@code ?key=}; never empty. */
final class SenderKey {

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private SenderKey() {}

  static Optional<String> of(HttpServerRequest request) {
    var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    var key =
        authorization == null
            ? Optional.ofNullable(request.getParam("key"))
            : after(BEARER, authorization)
                .or(() -> after(BASIC, authorization).flatMap(SenderKey::password));
    return key.filter(shown -> !shown.isEmpty());
  }

  private static Optional<String> after(String scheme, String authorization) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
        ? Optional.of(authorization.substring(scheme.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> password(String credentials) {
    try {
      var pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      var colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
