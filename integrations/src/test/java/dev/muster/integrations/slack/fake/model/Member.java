package dev.muster.integrations.slack.fake.model;

import tools.jackson.databind.node.ObjectNode;

/** Somebody in the workspace, a person or a bot. */
public final class Member {

  private final String id;
  private final String name;
  private String email;
  private String timeZone = "Africa/Nairobi";
  private boolean bot;
  private boolean deleted;
  private boolean confirmed = true;

  public Member(String id, String name) {
    this.id = id;
    this.name = name;
    this.email = name + "@example.com";
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String email() {
    return email;
  }

  public boolean isDeleted() {
    return deleted;
  }

  public boolean isBot() {
    return bot;
  }

  public Member withEmail(String address) {
    email = address;
    return this;
  }

  public Member withTimeZone(String zone) {
    timeZone = zone;
    return this;
  }

  /** Anybody could have written that address. */
  public Member unconfirmed() {
    confirmed = false;
    return this;
  }

  public Member asBot() {
    bot = true;
    return this;
  }

  public void delete() {
    deleted = true;
  }

  /** As users.info tells it; the e-mail address only to those who may see it. */
  public ObjectNode toJson(boolean withEmail) {
    var user = Json.object().put("id", id).put("team_id", Workspace.TEAM).put("name", name);
    user.put("deleted", deleted).put("is_bot", bot).put("real_name", name).put("tz", timeZone);
    user.put("is_email_confirmed", confirmed)
        .put("is_app_user", false)
        .put("updated", 1_700_000_000);
    var profile = user.putObject("profile").put("real_name", name).put("display_name", name);
    if (withEmail && !bot) {
      profile.put("email", email);
    }
    return user;
  }
}
