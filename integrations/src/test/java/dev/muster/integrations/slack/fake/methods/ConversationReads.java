package dev.muster.integrations.slack.fake.methods;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.model.Timestamps;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What can be asked about conversations. */
final class ConversationReads {

  private final Access access;

  ConversationReads(Access access) {
    this.access = access;
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.info", this::info,
        "conversations.list", this::list,
        "users.conversations", this::joined,
        "conversations.members", this::members,
        "conversations.history", this::history,
        "conversations.replies", this::replies);
  }

  private ObjectNode info(Call call) {
    var channel = access.seen(call, call.text("channel"));
    return Json.object().set("channel", channel.toJson());
  }

  private ObjectNode list(Call call) {
    return list(call, it -> it.isSeenBy(BOT_USER));
  }

  /** Those that the bot is in, unless somebody else is asked for. */
  private ObjectNode joined(Call call) {
    var user = call.has("user") ? call.text("user") : BOT_USER;
    return list(call, it -> it.isSeenBy(BOT_USER) && it.has(user));
  }

  private ObjectNode list(Call call, Predicate<Channel> which) {
    var types = call.has("types") ? call.list("types") : List.of("public_channel");
    for (var kind : Channel.Kind.values()) {
      if (types.contains(kind.type())) {
        call.needsScopeFor(kind);
      }
    }
    var found =
        access.workspace().channels().values().stream()
            .filter(it -> types.contains(it.kind().type()))
            .filter(which)
            .filter(it -> !(call.flag("exclude_archived") && it.isArchived()))
            .toList();
    return Page.of(call, "channels", found, 100, Channel::toJson);
  }

  private ObjectNode members(Call call) {
    var channel = access.seen(call, call.text("channel"));
    return Page.of(call, "members", List.copyOf(channel.members()), 100, StringNode::valueOf);
  }

  /** Newest first, without the replies in threads. */
  private ObjectNode history(Call call) {
    var channel = access.joined(call, call.text("channel"));
    var found = within(call, channel.messages().stream().filter(Threads::isTop).toList());
    return Page.of(call, "messages", found.reversed(), 100, it -> json(call, channel, it));
  }

  /**
   * Oldest first, the root before all; of a reply only itself, as Slack does it:
   * github.com/slackapi/bolt-python/issues/783
   */
  private ObjectNode replies(Call call) {
    var channel = access.joined(call, call.text("channel"));
    var ts = call.text("ts");
    var asked = channel.message(ts).orElseThrow(() -> Refused.because("thread_not_found"));
    var all = asked.isReply() ? List.of(asked) : channel.thread(ts);
    var inside = within(call, all);
    var found = all.stream().filter(it -> it.ts().equals(ts) || inside.contains(it)).toList();
    return Page.of(call, "messages", found, 1000, it -> json(call, channel, it));
  }

  private static JsonNode json(Call call, Channel channel, Message message) {
    var json = message.toJson(call.flag("include_all_metadata"));
    var replies = channel.thread(message.ts()).size() - 1;
    if (replies > 0 && Threads.isTop(message)) {
      json.put("thread_ts", message.ts()).put("reply_count", replies);
    }
    return json;
  }

  private static List<Message> within(Call call, List<Message> messages) {
    checkTime(call, "oldest");
    checkTime(call, "latest");
    var oldest = padded(call.has("oldest") ? call.text("oldest") : "0");
    var latest = padded(call.has("latest") ? call.text("latest") : "9999999999");
    var inclusive = call.flag("inclusive");
    return messages.stream()
        .filter(it -> inclusive ? it.ts().compareTo(oldest) >= 0 : it.ts().compareTo(oldest) > 0)
        .filter(it -> inclusive ? it.ts().compareTo(latest) <= 0 : it.ts().compareTo(latest) < 0)
        .toList();
  }

  private static void checkTime(Call call, String name) {
    var text = call.text(name);
    if (call.has(name) && !Timestamps.isOne(text) && !text.matches("\\d+(\\.\\d+)?")) {
      throw Refused.because("invalid_ts_" + name);
    }
  }

  private static String padded(String text) {
    return "%017.6f".formatted(Double.parseDouble(text));
  }
}
