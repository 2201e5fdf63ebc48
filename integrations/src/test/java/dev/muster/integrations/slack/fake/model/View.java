package dev.muster.integrations.slack.fake.model;

import tools.jackson.databind.node.ObjectNode;

/** A modal or a home tab as one person has it before them. */
public final class View {

  private final String id;
  private final String user;
  private final String rootId;
  private final String previousId;
  private ObjectNode definition;
  private String hash;

  public View(String id, String user, View below, ObjectNode definition, String hash) {
    this.id = id;
    this.user = user;
    this.rootId = below == null ? id : below.rootId;
    this.previousId = below == null ? "" : below.id;
    this.definition = definition;
    this.hash = hash;
  }

  public String id() {
    return id;
  }

  public String user() {
    return user;
  }

  public String hash() {
    return hash;
  }

  public ObjectNode definition() {
    return definition;
  }

  public String externalId() {
    return Json.text(definition, "external_id");
  }

  public void replace(ObjectNode other, String newHash) {
    definition = other;
    hash = newHash;
  }

  /** With what Slack adds to the app's definition. */
  public ObjectNode toJson(ObjectNode values) {
    var json = definition.deepCopy();
    json.put("id", id).put("team_id", Workspace.TEAM).put("hash", hash);
    json.put("app_id", Workspace.APP).put("bot_id", Workspace.BOT).put("root_view_id", rootId);
    json.put("app_installed_team_id", Workspace.TEAM);
    for (var name : new String[] {"private_metadata", "callback_id", "external_id"}) {
      json.put(name, Json.text(definition, name));
    }
    for (var name : new String[] {"clear_on_close", "notify_on_close"}) {
      json.put(name, definition.path(name).asBoolean(false));
    }
    if (previousId.isEmpty()) {
      json.putNull("previous_view_id");
    } else {
      json.put("previous_view_id", previousId);
    }
    json.putObject("state").set("values", values);
    return json;
  }
}
