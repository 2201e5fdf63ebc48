package dev.muster.integrations.slack.fake.answer;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Slack's answer {@code "ok": false}, with what it says besides. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String error;
  private final transient ObjectNode body;

  private Refused(String error, ObjectNode body) {
    super(error);
    this.error = error;
    this.body = body;
  }

  public static Refused because(String error) {
    return new Refused(error, Json.object().put("ok", false).put("error", error));
  }

  /** With the list of problems as the methods for messages and views give it. */
  public static Refused because(String error, List<String> problems) {
    var refused = because(error);
    refused.body.set("errors", Json.strings(problems));
    var messages = problems.stream().map(it -> "[ERROR] " + it).toList();
    refused.body.putObject("response_metadata").set("messages", Json.strings(messages));
    return refused;
  }

  public static Refused missingScope(String needed, String provided) {
    var refused = because("missing_scope");
    refused.body.put("needed", needed).put("provided", provided);
    return refused;
  }

  public String error() {
    return error;
  }

  public ObjectNode body() {
    return body;
  }
}
