package dev.muster.integrations.slack.fake.people;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;
import static dev.muster.integrations.slack.fake.model.Workspace.TEAM;

import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.delivery.Parcel;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.Message;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** What a person does of which the app is told by an event. docs.slack.dev/reference/events */
public final class Events {

  private final Desk desk;
  private final Member member;

  Events(Desk desk, Member member) {
    this.desk = desk;
    this.member = member;
  }

  /** Mentions the bot in the channel. */
  public Ack mention(Place place, String text) {
    return mention(place.channel(), "", text);
  }

  /** Mentions the bot in the thread of a message. */
  public Ack mentionIn(Place place, String rootTs, String text) {
    return mention(place.channel(), rootTs, text);
  }

  private Ack mention(Channel channel, String thread, String text) {
    if (!channel.has(BOT_USER)) {
      throw new AssertionError("The bot is not in " + channel.name() + ": it hears nothing there");
    }
    var message = write(channel, "<@" + BOT_USER + "> " + text, thread);
    return send(said("app_mention", message));
  }

  /** Writes to the bot directly. */
  public Ack directMessage(String text) {
    var channel = new Person(desk, member).directMessages().channel();
    var event = said("message", write(channel, text, ""));
    return send(event.put("channel_type", "im"));
  }

  public Ack react(String name, String channelId, String ts) {
    return reaction("reaction_added", name, channelId, ts);
  }

  public Ack unreact(String name, String channelId, String ts) {
    return reaction("reaction_removed", name, channelId, ts);
  }

  private Ack reaction(String type, String name, String channelId, String ts) {
    var event = event(type).put("user", member.id()).put("reaction", name);
    synchronized (desk.ledger()) {
      var message = desk.workspace().channels().get(channelId).message(ts).orElseThrow();
      event.put("item_user", message.author());
      if (type.equals("reaction_removed")) {
        message.unreact(member.id(), name);
      } else if (!message.react(member.id(), name)) {
        throw new AssertionError(member.id() + " has reacted with " + name + " already");
      }
    }
    event.putObject("item").put("type", "message").put("channel", channelId).put("ts", ts);
    return send(event);
  }

  public Ack openHome() {
    var channel = new Person(desk, member).directMessages().id();
    var event = event("app_home_opened").put("user", member.id()).put("channel", channel);
    return send(event.put("tab", "home"));
  }

  public Ack shareLink(Place place, String url) {
    var message = write(place.channel(), "<" + url + ">", "");
    var event = event("link_shared").put("channel", place.id()).put("user", member.id());
    event.put("message_ts", message.ts()).put("source", "conversations_history");
    event.put("unfurl_id", message.channel() + "-" + message.ts());
    var link = event.putArray("links").addObject().put("url", url);
    link.put("domain", URI.create(url).getHost());
    return send(event);
  }

  public Ack join(Place place) {
    place.with(member.id());
    var event = event("member_joined_channel").put("user", member.id());
    event.put("channel", place.id()).put("channel_type", "C").put("team", TEAM);
    return send(event);
  }

  public Ack archive(Place place) {
    place.archived();
    var event = event("channel_archive").put("channel", place.id());
    return send(event.put("user", member.id()).put("is_moved", 0));
  }

  Ack deactivated() {
    member.delete();
    var event = event("user_change");
    return send(event.set("user", member.toJson(true)));
  }

  /** Any other event. */
  public Ack other(ObjectNode event) {
    return send(event);
  }

  private Message write(Channel channel, String text, String thread) {
    synchronized (desk.ledger()) {
      return desk.workspace().write(channel, member.id(), text, thread);
    }
  }

  private ObjectNode said(String type, Message message) {
    var event = event(type).put("user", member.id()).put("channel", message.channel());
    event.put("text", message.content().text()).put("ts", message.ts()).put("team", TEAM);
    return message.threadTs().isEmpty() ? event : event.put("thread_ts", message.threadTs());
  }

  private ObjectNode event(String type) {
    return Json.object().put("type", type).put("event_ts", desk.workspace().nextTs());
  }

  private Ack send(ObjectNode event) {
    return desk.bring(Parcel.Sort.EVENT, Payloads.event(desk.workspace(), event));
  }
}
