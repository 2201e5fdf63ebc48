package dev.muster.integrations.http;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as a step asks for it, checked.
 *
 * @param body null where there is none
 */
record Asked(String method, HttpUrl url, Headers headers, @Nullable RequestBody body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MediaType AS_JSON = MediaType.get("application/json");
  private static final MediaType AS_TEXT = MediaType.get("text/plain; charset=utf-8");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "PUT", "DELETE");

  /** These are the client's own: with them, two could read one request differently. */
  private static final Set<String> NOT_YOURS =
      Set.of(
          "host", "content-length", "transfer-encoding", "connection", "upgrade", "expect", "te");

  /**
   * @throws IllegalArgumentException with words for the author, which quote no value
   */
  static Asked of(Attempt attempt) {
    var with = attempt.with();
    var method = with.text("method");
    var body = body(with);
    if (WITHOUT_BODY.contains(method) && body.isPresent()) {
      throw new IllegalArgumentException(
          "A %s has no body: leave json and body out.".formatted(method));
    }
    var headers = headers(with);
    if (!SAFE.contains(method) && headers.get("Idempotency-Key") == null) {
      // Whoever knows the header does the same attempt once only.
      headers = headers.newBuilder().add("Idempotency-Key", attempt.key()).build();
    }
    var needed = WITHOUT_BODY.contains(method) || method.equals("DELETE");
    return new Asked(
        method,
        url(with.text("url")),
        headers,
        body.orElse(needed ? null : RequestBody.create(new byte[0], null)));
  }

  boolean mayBeRedirected() {
    return WITHOUT_BODY.contains(method);
  }

  /** Whether nothing changes by it. */
  boolean reads() {
    return WITHOUT_BODY.contains(method);
  }

  Request request() {
    return new Request.Builder().url(url).headers(headers).method(method, body).build();
  }

  /** To where it was redirected; headers stay with the host that they were meant for. */
  Asked to(HttpUrl next) {
    var same =
        next.host().equals(url.host())
            && next.port() == url.port()
            && next.scheme().equals(url.scheme());
    return new Asked(method, next, same ? headers : Headers.of(), body);
  }

  /** Without what stands after the {@code ?}, which may be secret. */
  static String shown(HttpUrl url) {
    return url.newBuilder().query(null).fragment(null).username("").password("").build().toString();
  }

  static HttpUrl url(String text) {
    var url = HttpUrl.parse(text.strip());
    if (url == null) {
      throw new IllegalArgumentException(
          "The url cannot be read: write https://host/path, with special characters as %20.");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "The url has a password in it: give it as a header, Authorization.");
    }
    return url;
  }

  private static Headers headers(Arguments with) {
    var headers = new Headers.Builder();
    headers.add("User-Agent", "muster");
    for (var header : with.map("headers").entrySet()) {
      var name = String.valueOf(header.getKey());
      var value = String.valueOf(header.getValue());
      if (NOT_YOURS.contains(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("The header %s is set by Muster.".formatted(name));
      }
      if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t\\x20-\\x7e]*")) {
        throw new IllegalArgumentException(
            "The header %s has characters that no header may have, such as a line's end."
                .formatted(name.replaceAll("[^ -~]", "?")));
      }
      headers.set(name, value);
    }
    return headers.build();
  }

  private static Optional<RequestBody> body(Arguments with) {
    if (with.has("json") && with.has("body")) {
      throw new IllegalArgumentException("Give either json or body.");
    }
    if (with.has("json")) {
      var json = JSON.writeValueAsBytes(plain(with.values().get("json")));
      return Optional.of(RequestBody.create(json, AS_JSON));
    }
    return with.optionalText("body")
        .map(it -> RequestBody.create(it.getBytes(StandardCharsets.UTF_8), AS_TEXT));
  }

  /** Times as text in JSON. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
        yield copy;
      }
      case List<?> list -> {
        var copy = new ArrayList<@Nullable Object>();
        list.forEach(inner -> copy.add(plain(inner)));
        yield copy;
      }
      case Number number -> number;
      case Boolean bool -> bool;
      case null -> null;
      default -> value.toString();
    };
  }
}
