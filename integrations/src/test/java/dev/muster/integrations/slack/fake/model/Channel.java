package dev.muster.integrations.slack.fake.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** A conversation: a public or private channel, or a direct one. */
public final class Channel {

  /** What kind of conversation it is, with the word that scopes and lists have for it. */
  public enum Kind {
    PUBLIC("public_channel", "channels"),
    PRIVATE("private_channel", "groups"),
    DIRECT("im", "im"),
    GROUP("mpim", "mpim");

    private final String type;
    private final String scope;

    Kind(String type, String scope) {
      this.type = type;
      this.scope = scope;
    }

    public String type() {
      return type;
    }

    public String scope() {
      return scope;
    }
  }

  /** By whom it was made, and when. */
  public record Origin(String creator, Instant at) {}

  private final Origin origin;
  private final String id;
  private final String name;
  private final Kind kind;
  private final Set<String> members = new LinkedHashSet<>();
  private final TreeMap<String, Message> messages = new TreeMap<>();
  private final List<ObjectNode> bookmarks = new ArrayList<>();
  private final Set<String> pins = new LinkedHashSet<>();
  private String topic = "";
  private boolean archived;

  public Channel(String id, String name, Kind kind, Origin origin) {
    this.origin = origin;
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public Set<String> members() {
    return members;
  }

  public String topic() {
    return topic;
  }

  public void setTopic(String words) {
    topic = words;
  }

  public boolean isArchived() {
    return archived;
  }

  public void archive() {
    archived = true;
  }

  /** By a person: apps were put out of it when it was archived, and stay out. */
  public void unarchive() {
    archived = false;
    members.remove(Workspace.BOT_USER);
  }

  public boolean has(String user) {
    return members.contains(user);
  }

  /** Private ones do not exist for those who are not in them. */
  public boolean isSeenBy(String user) {
    return kind == Kind.PUBLIC || has(user);
  }

  public void add(Message message) {
    messages.put(message.ts(), message);
  }

  public void remove(Message message) {
    messages.remove(message.ts());
  }

  public Optional<Message> message(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  public List<Message> messages() {
    return List.copyOf(messages.values());
  }

  /** The root and its replies, oldest first. */
  public List<Message> thread(String root) {
    return messages.values().stream()
        .filter(it -> it.ts().equals(root) || it.threadTs().equals(root))
        .toList();
  }

  public List<ObjectNode> bookmarks() {
    return bookmarks;
  }

  public Set<String> pins() {
    return pins;
  }

  public ObjectNode toJson() {
    var json = Json.object().put("id", id).put("is_im", kind == Kind.DIRECT);
    json.put("is_mpim", kind == Kind.GROUP).put("is_private", kind != Kind.PUBLIC);
    json.put("is_channel", kind == Kind.PUBLIC).put("is_group", kind == Kind.PRIVATE);
    json.put("is_archived", archived).put("is_member", has(Workspace.BOT_USER));
    json.put("created", origin.at().getEpochSecond()).put("creator", origin.creator());
    if (kind == Kind.DIRECT) {
      members.stream()
          .filter(it -> !it.equals(Workspace.BOT_USER))
          .forEach(it -> json.put("user", it));
    } else {
      json.put("name", name).put("name_normalized", name).put("num_members", members.size());
      json.putObject("topic").put("value", topic).put("creator", "").put("last_set", 0);
    }
    return json;
  }
}
