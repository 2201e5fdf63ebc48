package dev.muster.integrations.slack.fake.answer;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** An answer as it goes over the wire. */
public record Answer(int status, Map<String, String> headers, String body) {

  private static final String JSON = "application/json; charset=utf-8";

  public static Answer json(ObjectNode body) {
    return new Answer(200, Map.of("Content-Type", JSON), body.toString());
  }

  /** With more headers. */
  public Answer with(Map<String, String> more) {
    var all = new HashMap<>(headers);
    all.putAll(more);
    return new Answer(status, Map.copyOf(all), body);
  }

  public static Answer error(String error) {
    return json(Json.object().put("ok", false).put("error", error));
  }

  public static Answer tooMany(long seconds) {
    var body = Json.object().put("ok", false).put("error", "ratelimited").toString();
    return new Answer(
        429, Map.of("Content-Type", JSON, "Retry-After", Long.toString(seconds)), body);
  }

  public static Answer plain(int status, String words) {
    return new Answer(status, Map.of("Content-Type", "text/plain"), words);
  }

  public static Answer page(int status, String html) {
    return new Answer(status, Map.of("Content-Type", "text/html"), html);
  }
}
