package dev.muster.integrations.slack.fake.delivery;

import dev.muster.integrations.slack.fake.model.Json;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** What the app said at once: whether in time, with which status, and what. */
public record Ack(boolean taken, int status, String body, int attempts, Duration after) {

  static Ack none(int status, int attempts) {
    return new Ack(false, status, "", attempts, Duration.ZERO);
  }

  /** For what a person does of which the app hears nothing. */
  public static Ack unasked() {
    return none(0, 0);
  }

  /** Empty when nothing was said besides that it came. */
  public ObjectNode message() {
    if (body.isBlank()) {
      return Json.object();
    }
    return Json.parse(body).orElse(null) instanceof ObjectNode object
        ? object
        : Json.object().put("text", body);
  }

  Ack withAttempts(int number) {
    return new Ack(taken, status, body, number, after);
  }
}
