package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Who the app is, and where its socket is. */
final class AppMethods {

  private final Supplier<String> socketUrl;

  AppMethods(Supplier<String> socketUrl) {
    this.socketUrl = socketUrl;
  }

  Map<String, Method> all() {
    return Map.of("auth.test", this::test, "apps.connections.open", this::open);
  }

  private ObjectNode test(Call call) {
    var who = Json.object().put("url", "https://muster.slack.com/").put("team", "Muster");
    who.put("user", "muster").put("team_id", Workspace.TEAM).put("user_id", Workspace.BOT_USER);
    return who.put("bot_id", Workspace.BOT).put("is_enterprise_install", false);
  }

  private ObjectNode open(Call call) {
    return Json.object().put("url", socketUrl.get());
  }
}
