package dev.muster.integrations.slack.fake.methods;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Messages that everybody in the channel sees. */
final class ChatMethods {

  private final Access access;
  private final Contents contents;
  private final Ledger ledger;

  ChatMethods(Access access, Contents contents, Ledger ledger) {
    this.access = access;
    this.contents = contents;
    this.ledger = ledger;
  }

  Map<String, Method> all() {
    return Map.of(
        "chat.postMessage", this::post,
        "chat.update", this::update,
        "chat.delete", this::delete,
        "chat.getPermalink", this::permalink);
  }

  private ObjectNode post(Call call) {
    var channel = access.addressed(call, call.text("channel"));
    var content = contents.read(call.method(), call.arguments(), Contents.POSTED);
    var thread = call.text("thread_ts");
    Threads.check(channel, thread, call.method(), ledger);
    var message = publish(channel, thread, content);
    ledger.add(Entry.of(Kind.MESSAGE, message, call.method()));
    return told(message).set("message", message.toJson(true));
  }

  private Message publish(Channel channel, String thread, Message.Content content) {
    var ts = access.workspace().nextTs();
    var message = new Message(channel.id(), ts, BOT_USER, thread, content);
    channel.add(message);
    return message;
  }

  private ObjectNode update(Call call) {
    var channel = access.seen(call, call.text("channel"));
    if (channel.isArchived()) {
      throw Refused.because("is_inactive");
    }
    var message = own(channel, call.text("ts"), "cant_update_message");
    var content = contents.read(call.method(), call.arguments(), Contents.UPDATED);
    message.edit(withOld(call, content, message.content()), access.workspace().nextTs());
    ledger.add(Entry.of(Kind.EDIT, message, call.method()));
    var answer = told(message).put("text", message.content().text());
    return answer.set("message", message.toJson(true));
  }

  /** Metadata stays if none is given; blocks go if only text is given. */
  private static Message.Content withOld(Call call, Message.Content now, Message.Content old) {
    var blocks = call.has("blocks") || call.has("text") ? now.blocks() : old.blocks();
    var metadata = call.has("metadata") ? now.metadata() : old.metadata();
    return new Message.Content(now.text(), blocks, metadata);
  }

  private ObjectNode delete(Call call) {
    var channel = access.seen(call, call.text("channel"));
    var message = own(channel, call.text("ts"), "cant_delete_message");
    channel.remove(message);
    ledger.add(Entry.of(Kind.DELETION, message, call.method()));
    return told(message);
  }

  private ObjectNode permalink(Call call) {
    var channel = access.seen(call, call.text("channel"));
    var message = access.message(channel, call.text("message_ts"));
    return Json.object().put("channel", channel.id()).put("permalink", Links.to(message));
  }

  private Message own(Channel channel, String ts, String error) {
    var message = access.message(channel, ts);
    if (!message.isOfApp()) {
      throw Refused.because(error);
    }
    return message;
  }

  private static ObjectNode told(Message message) {
    return Json.object().put("channel", message.channel()).put("ts", message.ts());
  }
}
