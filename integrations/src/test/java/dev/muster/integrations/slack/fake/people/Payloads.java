package dev.muster.integrations.slack.fake.people;

import static dev.muster.integrations.slack.fake.model.Workspace.APP;
import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;
import static dev.muster.integrations.slack.fake.model.Workspace.TEAM;

import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.Workspace;
import tools.jackson.databind.node.ObjectNode;

/** The members that all payloads have. docs.slack.dev/reference/interaction-payloads */
final class Payloads {

  private static final String DOMAIN = "muster";
  private static final String TOKEN = "verification-token";

  private Payloads() {}

  static ObjectNode command(Member member, Channel channel, String command, String text) {
    var form = Json.object().put("token", TOKEN).put("team_id", TEAM).put("team_domain", DOMAIN);
    form.put("channel_id", channel.id()).put("channel_name", nameOf(channel));
    form.put("user_id", member.id()).put("user_name", member.name());
    form.put("command", command).put("text", text).put("api_app_id", APP);
    return form.put("is_enterprise_install", "false");
  }

  static ObjectNode interaction(String type, Member member) {
    var payload = Json.object().put("type", type).put("token", TOKEN).put("api_app_id", APP);
    payload.putObject("team").put("id", TEAM).put("domain", DOMAIN);
    payload.putNull("enterprise").put("is_enterprise_install", false);
    var user = payload.putObject("user").put("id", member.id()).put("username", member.name());
    user.put("name", member.name()).put("team_id", TEAM);
    return payload;
  }

  static ObjectNode event(Workspace workspace, ObjectNode event) {
    var payload = Json.object().put("type", "event_callback").put("token", TOKEN);
    payload.put("team_id", TEAM).put("api_app_id", APP).put("is_ext_shared_channel", false);
    payload.put("event_id", workspace.ids().next("Ev"));
    payload.put("event_time", workspace.clock().instant().getEpochSecond());
    var authorization = payload.putArray("authorizations").addObject().putNull("enterprise_id");
    authorization.put("team_id", TEAM).put("user_id", BOT_USER).put("is_bot", true);
    authorization.put("is_enterprise_install", false);
    return payload.set("event", event);
  }

  static void addChannel(ObjectNode payload, Channel channel) {
    payload.putObject("channel").put("id", channel.id()).put("name", nameOf(channel));
  }

  private static String nameOf(Channel channel) {
    return switch (channel.kind()) {
      case DIRECT -> "directmessage";
      case PRIVATE -> "privategroup";
      default -> channel.name();
    };
  }
}
