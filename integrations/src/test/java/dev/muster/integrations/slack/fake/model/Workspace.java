package dev.muster.integrations.slack.fake.model;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that Slack keeps of one workspace. Guarded by the ledger's monitor, so that there is
 * one lock.
 */
public final class Workspace {

  public static final String TEAM = "T0MUSTER1";
  public static final String APP = "A0MUSTER1";
  public static final String BOT = "B0MUSTER1";
  public static final String BOT_USER = "U0MUSTERBOT";

  private final InstantSource clock;
  private final Ids ids = new Ids();
  private final Timestamps timestamps;
  private final Views views;
  private final Map<String, Channel> channels = ordered();
  private final Map<String, Member> members = ordered();
  private final Map<String, UserGroup> groups = ordered();

  public Workspace(InstantSource clock) {
    this.clock = clock;
    timestamps = new Timestamps(clock);
    views = new Views(ids, timestamps);
    members.put(BOT_USER, new Member(BOT_USER, "muster").asBot());
  }

  /** In the order of creation, and safe to look things up in without the lock. */
  private static <T> Map<String, T> ordered() {
    return Collections.synchronizedMap(new LinkedHashMap<>());
  }

  public InstantSource clock() {
    return clock;
  }

  public Ids ids() {
    return ids;
  }

  public Views views() {
    return views;
  }

  public String nextTs() {
    return timestamps.next();
  }

  public Map<String, Channel> channels() {
    return channels;
  }

  public Map<String, Member> members() {
    return members;
  }

  public Map<String, UserGroup> groups() {
    return groups;
  }

  /** By a person whom no test knows. */
  public Channel create(String name, Channel.Kind kind, Set<String> first) {
    return create(name, kind, first, "U0SOMEBODY");
  }

  public Channel create(String name, Channel.Kind kind, Set<String> first, String creator) {
    var letter = kind == Channel.Kind.DIRECT ? "D" : kind == Channel.Kind.PUBLIC ? "C" : "G";
    var channel =
        new Channel(ids.next(letter), name, kind, new Channel.Origin(creator, clock.instant()));
    channel.members().addAll(first);
    channels.put(channel.id(), channel);
    return channel;
  }

  public Optional<Channel> named(String name) {
    return channels.values().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** The conversation of exactly these people, opened when it was not there. */
  public Channel direct(Set<String> people) {
    return channels.values().stream()
        .filter(it -> it.kind() == Channel.Kind.DIRECT || it.kind() == Channel.Kind.GROUP)
        .filter(it -> it.members().equals(people))
        .findFirst()
        .orElseGet(() -> {
          var kind = people.size() > 2 ? Channel.Kind.GROUP : Channel.Kind.DIRECT;
          return create("direct-" + String.join("-", people).toLowerCase(), kind, people);
        });
  }

  /** What a person writes. */
  public Message write(Channel channel, String author, String text, String thread) {
    var content = new Message.Content(text, Json.array(), Json.object());
    var message = new Message(channel.id(), nextTs(), author, thread, content);
    channel.add(message);
    return message;
  }

  public UserGroup createGroup(String handle, List<String> users) {
    var group = new UserGroup(ids.next("S"), handle, users);
    groups.put(group.id(), group);
    return group;
  }
}
