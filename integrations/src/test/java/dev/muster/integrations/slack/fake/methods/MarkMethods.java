package dev.muster.integrations.slack.fake.methods;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Bookmarks, pins and reactions. */
final class MarkMethods {

  private final Access access;
  private final Ledger ledger;

  MarkMethods(Access access, Ledger ledger) {
    this.access = access;
    this.ledger = ledger;
  }

  Map<String, Method> all() {
    return Map.of(
        "bookmarks.add", this::bookmark,
        "bookmarks.list", this::bookmarks,
        "pins.add", this::pin,
        "reactions.add", this::react,
        "reactions.get", this::reactions);
  }

  private ObjectNode bookmark(Call call) {
    var channel = access.open(call, call.text("channel_id"));
    if (!call.text("type").equals("link")) {
      throw Refused.because("invalid_bookmark_type");
    }
    if (!call.text("link").matches("https?://.+")) {
      throw Refused.because("invalid_link");
    }
    if (channel.bookmarks().size() >= 100) {
      throw Refused.because("too_many_bookmarks");
    }
    var bookmark = Json.object().put("id", access.workspace().ids().next("Bk"));
    bookmark.put("channel_id", channel.id()).put("title", call.text("title"));
    bookmark.put("link", call.text("link")).put("type", "link");
    channel.bookmarks().add(bookmark);
    note(call, channel);
    return Json.object().set("bookmark", bookmark);
  }

  private ObjectNode bookmarks(Call call) {
    var channel = access.joined(call, call.text("channel_id"));
    var answer = Json.object();
    channel.bookmarks().forEach(answer.putArray("bookmarks")::add);
    return answer;
  }

  private ObjectNode pin(Call call) {
    var channel = access.open(call, call.text("channel"));
    if (!call.has("timestamp")) {
      throw Refused.because("no_item_specified");
    }
    var message = access.message(channel, call.text("timestamp"));
    if (!channel.pins().add(message.ts())) {
      throw Refused.because("already_pinned");
    }
    note(call, channel);
    return Json.object();
  }

  private ObjectNode react(Call call) {
    var channel = access.open(call, call.text("channel"));
    var name = call.text("name");
    if (!name.matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
      throw Refused.because("invalid_name");
    }
    var message = access.message(channel, call.text("timestamp"));
    if (!message.react(BOT_USER, name)) {
      throw Refused.because("already_reacted");
    }
    note(call, channel);
    return Json.object();
  }

  private ObjectNode reactions(Call call) {
    if (!call.has("channel") || !call.has("timestamp")) {
      throw Refused.because("no_item_specified");
    }
    var channel = access.seen(call, call.text("channel"));
    var message = access.message(channel, call.text("timestamp"));
    var answer = Json.object().put("type", "message").put("channel", channel.id());
    return answer.set("message", message.toJson(false));
  }

  private void note(Call call, Channel channel) {
    ledger.add(Entry.call(call.method(), channel.id(), call.arguments()));
  }
}
