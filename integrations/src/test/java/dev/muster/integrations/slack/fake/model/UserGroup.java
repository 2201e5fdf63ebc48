package dev.muster.integrations.slack.fake.model;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A user group, such as those who are on call. */
public final class UserGroup {

  private final String id;
  private final String handle;
  private List<String> users;

  public UserGroup(String id, String handle, List<String> users) {
    this.id = id;
    this.handle = handle;
    this.users = List.copyOf(users);
  }

  public String id() {
    return id;
  }

  public List<String> users() {
    return users;
  }

  public void replace(List<String> others) {
    users = List.copyOf(others);
  }

  public ObjectNode toJson(boolean withUsers) {
    var group =
        Json.object().put("id", id).put("team_id", Workspace.TEAM).put("is_usergroup", true);
    group.put("handle", handle).put("name", handle).put("date_delete", 0);
    group.put("user_count", users.size());
    if (withUsers) {
      group.set("users", Json.strings(users));
    }
    return group;
  }
}
