package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** A request to a method as it came, its token and its arguments whatever they were written in. */
record Request(String contentType, String authorization, String query, String body) {

  /** Arguments that are JSON, also in a form. */
  private static final Set<String> STRUCTURED =
      Set.of("blocks", "attachments", "metadata", "view", "unfurls", "user_auth_blocks");

  boolean isJson() {
    return contentType.startsWith("application/json");
  }

  /** From the header, or from a form; never from a JSON body. */
  String secret() {
    if (authorization.startsWith("Bearer ")) {
      return authorization.substring("Bearer ".length());
    }
    return isJson() ? "" : Json.text(form(), "token");
  }

  ObjectNode arguments(boolean takesJson) {
    if (!isJson()) {
      var arguments = form();
      arguments.remove("token");
      STRUCTURED.forEach(it -> unwrap(arguments, it));
      return arguments;
    }
    if (!takesJson) {
      return Json.object();
    }
    var read = Json.parse(body).orElseThrow(() -> Refused.because("invalid_json"));
    if (!(read instanceof ObjectNode arguments)) {
      throw Refused.because("json_not_object");
    }
    STRUCTURED.forEach(it -> unwrap(arguments, it));
    return arguments;
  }

  private ObjectNode form() {
    var form = Json.object();
    addPairs(query, form);
    if (contentType.startsWith("application/x-www-form-urlencoded")) {
      addPairs(body, form);
    } else if (!body.isEmpty()) {
      throw Refused.because("invalid_post_type");
    }
    return form;
  }

  private static void addPairs(String text, ObjectNode form) {
    for (var pair : text.split("&")) {
      var at = pair.indexOf('=');
      if (at > 0) {
        form.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
      }
    }
  }

  private static void unwrap(ObjectNode arguments, String name) {
    if (arguments.has(name) && arguments.get(name).isString()) {
      var text = Json.text(arguments, name);
      var error =
          switch (name) {
            case "metadata" -> "invalid_metadata_format";
            case "unfurls" -> "invalid_unfurls_format";
            case "view" -> "invalid_arguments";
            default -> "invalid_blocks_format";
          };
      arguments.set(name, Json.parse(text).orElseThrow(() -> Refused.because(error)));
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
