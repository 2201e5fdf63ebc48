package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.web.Call;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of a list, with the cursor of the next one. */
final class Page {

  private static final String MARK = "next:";

  private Page() {}

  static <T> ObjectNode of(
      Call call, String name, List<T> all, int usual, Function<T, JsonNode> toJson) {
    var from = offset(call.text("cursor"), all.size());
    var to = Math.min(all.size(), from + Math.min(1000, call.number("limit", usual)));
    var answer = Json.object();
    var array = answer.putArray(name);
    all.subList(from, to).forEach(it -> array.add(toJson.apply(it)));
    var next = to < all.size() ? encode(MARK + to) : "";
    answer.putObject("response_metadata").put("next_cursor", next);
    answer.put("has_more", to < all.size());
    return answer;
  }

  private static int offset(String cursor, int size) {
    if (cursor.isEmpty()) {
      return 0;
    }
    try {
      var text = new String(Base64.getDecoder().decode(cursor));
      var at = Integer.parseInt(text.substring(MARK.length()));
      return Math.min(at, size);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw Refused.because("invalid_cursor");
    }
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes());
  }
}
