package dev.muster.integrations.slack.fake.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as it stands now, whoever wrote it. */
public final class Message {

  private final String channel;
  private final String ts;
  private final String author;
  private final String threadTs;
  private Content content;
  private String editedTs = "";
  private ArrayNode attachments = Json.array();
  private final Map<String, Set<String>> reactions = new LinkedHashMap<>();

  /** What an edit replaces. */
  public record Content(String text, ArrayNode blocks, ObjectNode metadata) {}

  public Message(String channel, String ts, String author, String threadTs, Content content) {
    this.channel = channel;
    this.ts = ts;
    this.author = author;
    this.threadTs = threadTs;
    this.content = content;
  }

  public String channel() {
    return channel;
  }

  public String ts() {
    return ts;
  }

  public String author() {
    return author;
  }

  /** Empty for a message that is in no thread. */
  public String threadTs() {
    return threadTs;
  }

  public Content content() {
    return content;
  }

  public boolean isReply() {
    return !threadTs.isEmpty() && !threadTs.equals(ts);
  }

  public boolean isOfApp() {
    return author.equals(Workspace.BOT_USER);
  }

  public void edit(Content changed, String at) {
    content = changed;
    editedTs = at;
  }

  public void attach(ArrayNode others) {
    attachments = others;
  }

  /** False when that person has that reaction on it already. */
  public boolean react(String user, String name) {
    return reactions.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(user);
  }

  public void unreact(String user, String name) {
    reactions.getOrDefault(name, new LinkedHashSet<>()).remove(user);
  }

  /** As conversations.history tells it: the payload of metadata only to those who ask for it. */
  public ObjectNode toJson(boolean allMetadata) {
    var json = Json.object().put("type", "message").put("user", author).put("ts", ts);
    json.put("text", content.text()).put("team", Workspace.TEAM);
    if (isOfApp()) {
      json.put("bot_id", Workspace.BOT).put("app_id", Workspace.APP);
    }
    if (!content.blocks().isEmpty()) {
      json.set("blocks", content.blocks());
    }
    if (!threadTs.isEmpty()) {
      json.put("thread_ts", threadTs);
    }
    if (!editedTs.isEmpty()) {
      json.putObject("edited").put("user", author).put("ts", editedTs);
    }
    addMore(json, allMetadata);
    return json;
  }

  private void addMore(ObjectNode json, boolean allMetadata) {
    if (!attachments.isEmpty()) {
      json.set("attachments", attachments);
    }
    if (!content.metadata().isEmpty()) {
      JsonNode type = content.metadata().path("event_type");
      json.set(
          "metadata", allMetadata ? content.metadata() : Json.object().set("event_type", type));
    }
    reactions.forEach((name, users) -> {
      if (!users.isEmpty()) {
        var one = json.withArray("reactions").addObject().put("name", name);
        one.put("count", users.size()).set("users", Json.strings(users));
      }
    });
  }
}
