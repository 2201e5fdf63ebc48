package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.UserGroup;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Users and their groups. */
final class PeopleMethods {

  private final Workspace workspace;
  private final Ledger ledger;

  PeopleMethods(Workspace workspace, Ledger ledger) {
    this.workspace = workspace;
    this.ledger = ledger;
  }

  Map<String, Method> all() {
    return Map.of(
        "users.info", this::info,
        "users.lookupByEmail", this::lookUp,
        "users.list", this::list,
        "usergroups.list", this::groups,
        "usergroups.users.list", this::inGroup,
        "usergroups.users.update", this::replaceGroup);
  }

  private ObjectNode info(Call call) {
    var member = workspace.members().get(call.text("user"));
    if (member == null) {
      throw Refused.because("user_not_found");
    }
    return Json.object().set("user", json(call, member));
  }

  /** Slack finds nobody who was deactivated. */
  private ObjectNode lookUp(Call call) {
    var member =
        workspace.members().values().stream()
            .filter(it -> it.email().equalsIgnoreCase(call.text("email")))
            .filter(it -> !it.isDeleted() && !it.isBot())
            .findFirst()
            .orElseThrow(() -> Refused.because("users_not_found"));
    return Json.object().set("user", json(call, member));
  }

  private ObjectNode list(Call call) {
    var all = List.copyOf(workspace.members().values());
    return Page.of(call, "members", all, 1000, it -> json(call, it));
  }

  private static ObjectNode json(Call call, Member member) {
    return member.toJson(call.token().has("users:read.email"));
  }

  private ObjectNode groups(Call call) {
    var answer = Json.object();
    var array = answer.putArray("usergroups");
    workspace.groups().values().forEach(it -> array.add(it.toJson(call.flag("include_users"))));
    return answer;
  }

  private ObjectNode inGroup(Call call) {
    return Json.object().set("users", Json.strings(group(call).users()));
  }

  private ObjectNode replaceGroup(Call call) {
    var group = group(call);
    var users = call.list("users");
    if (users.isEmpty()) {
      throw Refused.because("no_users_provided");
    }
    for (var user : users) {
      var member = workspace.members().get(user);
      if (member == null || member.isDeleted()) {
        throw Refused.because("invalid_users");
      }
    }
    group.replace(users);
    ledger.add(Entry.call(call.method(), "", call.arguments()));
    return Json.object().set("usergroup", group.toJson(true));
  }

  private UserGroup group(Call call) {
    var group = workspace.groups().get(call.text("usergroup"));
    if (group == null) {
      throw Refused.because("no_such_subteam");
    }
    return group;
  }
}
