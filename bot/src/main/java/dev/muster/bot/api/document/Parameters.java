package dev.muster.bot.api.document;

import dev.muster.commands.store.PageRequest;
import io.vertx.core.json.JsonObject;

/** What may stand in an address. */
final class Parameters {

  private Parameters() {}

  static JsonObject inPath(String name) {
    return new JsonObject()
        .put("name", name)
        .put("in", "path")
        .put("required", true)
        .put("schema", new JsonObject().put("type", "string"));
  }

  static JsonObject inQuery(String name) {
    var parameter = new JsonObject().put("name", name).put("in", "query").put("schema", type(name));
    var about = about(name);
    return about.isEmpty() ? parameter : parameter.put("description", about);
  }

  private static JsonObject type(String name) {
    return switch (name) {
      case "limit" ->
          new JsonObject()
              .put("type", "integer")
              .put("minimum", 1)
              .put("maximum", PageRequest.MAX_LIMIT)
              .put("default", PageRequest.DEFAULT_LIMIT);
      case "since", "until", "at", "from", "to" ->
          new JsonObject().put("type", "string").put("format", "date-time");
      default -> new JsonObject().put("type", "string");
    };
  }

  private static String about(String name) {
    return switch (name) {
      case "cursor" -> "nextCursor of the page before.";
      case "key" -> "The integration's key, for senders that cannot send it as a header.";
      case "schedule" -> "May be left out where there is only one.";
      case "at", "from" -> "Now, unless said otherwise.";
      case "silence" -> "The number of the silence that keeps them quiet.";
      case "since" -> "What began then or later.";
      case "until" -> "What began before.";
      case "text" -> "Words, or their beginnings, that all stand in it.";
      default -> "";
    };
  }
}
