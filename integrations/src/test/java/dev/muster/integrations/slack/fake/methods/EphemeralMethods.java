package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.blocks.BlockRules;
import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.strict.Target;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages that one person sees, and unfurled links. */
final class EphemeralMethods {

  private final Access access;
  private final Contents contents;
  private final Ledger ledger;

  EphemeralMethods(Access access, Contents contents, Ledger ledger) {
    this.access = access;
    this.contents = contents;
    this.ledger = ledger;
  }

  Map<String, Method> all() {
    return Map.of("chat.postEphemeral", this::post, "chat.unfurl", this::unfurl);
  }

  private ObjectNode post(Call call) {
    var channel = access.open(call, call.text("channel"));
    var user = call.text("user");
    if (!channel.has(user)) {
      throw Refused.because("user_not_in_channel");
    }
    var content = contents.read(call.method(), call.arguments(), Contents.POSTED);
    var thread = call.text("thread_ts");
    Threads.check(channel, thread, call.method(), ledger);
    var ts = access.workspace().nextTs();
    var body = Entry.bodyOf(content, thread);
    ledger.add(new Entry(Kind.EPHEMERAL, new Target(channel.id(), user, ts), call.method(), body));
    return Json.object().put("message_ts", ts);
  }

  private ObjectNode unfurl(Call call) {
    if (!call.has("unfurls")) {
      throw Refused.because("missing_unfurls");
    }
    var channel = access.workspace().channels().get(call.text("channel"));
    if (channel == null) {
      throw Refused.because(call.has("channel") ? "cannot_find_channel" : "missing_channel");
    }
    var message =
        channel.message(call.text("ts")).orElseThrow(() -> Refused.because("cannot_find_message"));
    var attachments = Json.array();
    for (var link : call.json("unfurls").properties()) {
      if (!message.content().text().contains(link.getKey())) {
        throw Refused.because("cannot_unfurl_message");
      }
      checkBlocks(link.getValue());
      attachments.add(link.getValue());
    }
    message.attach(attachments);
    ledger.add(Entry.call(call.method(), channel.id(), call.arguments()));
    return Json.object();
  }

  private static void checkBlocks(JsonNode attachment) {
    var problems =
        BlockRules.problemsOf(
            attachment.has("blocks") ? attachment.get("blocks") : Json.array(), Surface.MESSAGE);
    if (!problems.isEmpty()) {
      throw Refused.because("cannot_parse_attachment", problems);
    }
  }
}
