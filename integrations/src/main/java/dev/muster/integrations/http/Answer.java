package dev.muster.integrations.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What came back, read up to a limit. */
record Answer(int status, Map<String, String> headers, String text, boolean isCut, boolean isJson) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Answer read(Response response, long most) throws IOException {
    var bytes = response.body().byteStream().readNBytes((int) most + 1);
    var isCut = bytes.length > most;
    var type = response.body().contentType();
    return new Answer(
        response.code(),
        headers(response),
        isCut
            // Which shows: what is left of a secret is covered then.
            ? new String(bytes, 0, (int) most, StandardCharsets.UTF_8) + "…"
            : new String(bytes, StandardCharsets.UTF_8),
        isCut,
        type != null && type.subtype().toLowerCase(Locale.ROOT).contains("json"));
  }

  Map<String, Object> result(Duration took) {
    var result = new LinkedHashMap<String, Object>();
    result.put("status", (long) status);
    result.put("headers", headers);
    put(result, body());
    result.put("duration", took);
    result.put("truncated", isCut);
    return result;
  }

  /** A JSON {@code null} is one. */
  @SuppressWarnings("NullAway")
  private static void put(Map<String, Object> result, @Nullable Object body) {
    result.put("body", body);
  }

  /** Whoever says that it is JSON and sends something else is taken at the letter. */
  private @Nullable Object body() {
    if (isJson && !isCut && !text.isEmpty()) {
      try {
        return plain(JSON.readValue(text, Object.class));
      } catch (JacksonException notJson) {
        return text;
      }
    }
    return text;
  }

  /** Without cookies, which are as good as passwords. */
  private static Map<String, String> headers(Response response) {
    var headers = new LinkedHashMap<String, String>();
    for (var name : response.headers().names()) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (!lower.equals("set-cookie")) {
        headers.put(lower, String.join(", ", response.headers(name)));
      }
    }
    return headers;
  }

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
      case Integer number -> number.longValue();
      case BigInteger number -> number.doubleValue();
      case BigDecimal number -> number.doubleValue();
      case Float number -> number.doubleValue();
      case null -> null;
      default -> value;
    };
  }
}
