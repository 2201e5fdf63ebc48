package dev.muster.integrations.slack.socket;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import dev.muster.integrations.slack.inbound.SlackInbound;

/** What Slack brings by a socket, and what is answered to it. Blocking and thread-safe. */
public final class SlackEnvelopes {

  private static final Gson GSON = new Gson();

  private final SlackInbound inbound;
  private final SocketModeRequestParser parser;

  public SlackEnvelopes(SlackInbound inbound) {
    this.inbound = inbound;
    this.parser = new SocketModeRequestParser(inbound.config());
  }

  /** What a message of a socket means. */
  public sealed interface Heard {

    /** It was taken; this is sent back. */
    record Answered(String message) implements Heard {}

    /** The connection is about to end. */
    record Ending(String reason) implements Heard {}

    /** Nothing is to be done, such as for a greeting. */
    record Nothing() implements Heard {}
  }

  /** Throws where it cannot be read or taken: what is not answered is brought again. */
  public Heard take(String message) {
    var json = JsonParser.parseString(message).getAsJsonObject();
    var type = json.has("type") ? json.get("type").getAsString() : "";
    if (type.equals("disconnect")) {
      return new Heard.Ending(json.has("reason") ? json.get("reason").getAsString() : type);
    }
    if (!json.has("envelope_id")) {
      return new Heard.Nothing();
    }
    var request = parser.parse(message);
    if (request == null || request.getBoltRequest() == null) {
      return new Heard.Answered(answer(json, Response.ok()));
    }
    var response = inbound.run(request.getBoltRequest());
    if (response.getStatusCode() != 200) {
      throw new IllegalStateException("answered with status " + response.getStatusCode());
    }
    return new Heard.Answered(answer(json, response));
  }

  private static String answer(JsonObject envelope, Response response) {
    var answer = new JsonObject();
    answer.add("envelope_id", envelope.get("envelope_id"));
    var body = response.getBody();
    if (body != null && !body.isBlank()) {
      answer.add("payload", JsonParser.parseString(body));
    }
    return GSON.toJson(answer);
  }
}
