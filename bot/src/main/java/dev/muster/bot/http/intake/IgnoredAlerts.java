package dev.muster.bot.http.intake;

import dev.muster.commands.intake.Delivery;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How the alerts of a webhook that changed nothing are told; absent where all did. */
public final class IgnoredAlerts {

  private IgnoredAlerts() {}

  public static void put(JsonObject json, Delivery.Ignored ignored) {
    if (ignored.count() == 0) {
      return;
    }
    var first = new JsonArray();
    for (var alert : ignored.first()) {
      first.add(
          new JsonObject().put("fingerprint", alert.fingerprint()).put("reason", alert.reason()));
    }
    json.put("ignored", first).put("ignoredCount", ignored.count());
  }
}
