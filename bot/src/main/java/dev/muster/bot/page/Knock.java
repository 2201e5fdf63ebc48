package dev.muster.bot.page;

import dev.muster.bot.http.Peer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request shows of who sent it.
 *
 * @param headers their names in any case
 * @param peer the address at the other end of the connection, whatever headers say
 */
public record Knock(
    Map<String, List<String>> headers, Map<String, String> cookies, String peer, String requestId) {

  static Knock of(HttpServerRequest request, String requestId) {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var name : request.headers().names()) {
      headers.put(name, List.copyOf(request.headers().getAll(name)));
    }
    var cookies = new TreeMap<String, String>();
    for (var cookie : request.cookies()) {
      cookies.put(cookie.getName(), cookie.getValue());
    }
    return new Knock(headers, cookies, Peer.of(request), requestId);
  }

  public List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name)).filter(value -> !value.isEmpty());
  }
}
