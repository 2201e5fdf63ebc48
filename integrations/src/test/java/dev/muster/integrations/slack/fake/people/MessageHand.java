package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.response.Origin;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** A person's hand on a message, which it uses as it is seen. */
final class MessageHand implements Hand {

  private final Desk desk;
  private final Member member;
  private final Post post;
  private final Supplier<ObjectNode> seen;

  MessageHand(Desk desk, Member member, Post post, Supplier<ObjectNode> seen) {
    this.desk = desk;
    this.member = member;
    this.post = post;
    this.seen = seen;
  }

  @Override
  public Ack press(String button) {
    return use(button, Elements::pressed);
  }

  @Override
  public Ack choose(String menu, String option) {
    return use(menu, (used, ts) -> Elements.chosen(used, option, ts));
  }

  private Ack use(String name, BiFunction<Blocks.Used, String, ObjectNode> action) {
    var message = seen.get();
    var used = Elements.find(message.path("blocks"), name);
    var origin =
        new Origin(member.id(), post.channelId(), post.ts(), Json.text(message, "thread_ts"));
    var payload = Payloads.interaction("block_actions", member);
    payload.set("container", container(message));
    Payloads.addChannel(payload, desk.workspace().channels().get(post.channelId()));
    payload.put("trigger_id", desk.trigger(member.id()));
    payload.put("response_url", desk.responseUrl(origin));
    payload.set("message", message);
    var pressed = action.apply(used, desk.workspace().nextTs());
    payload.putObject("state").set("values", values(used, pressed));
    payload.putArray("actions").add(pressed);
    return desk.bringForNothing(payload);
  }

  private ObjectNode container(ObjectNode message) {
    var container = Json.object().put("type", "message").put("message_ts", post.ts());
    container.put("channel_id", post.channelId()).put("is_ephemeral", post.isEphemeral());
    var thread = Json.text(message, "thread_ts");
    return thread.isEmpty() ? container : container.put("thread_ts", thread);
  }

  /** Buttons have no state. */
  private static ObjectNode values(Blocks.Used used, ObjectNode action) {
    var values = Json.object();
    if (!Json.text(action, "type").equals("button")) {
      var value = action.deepCopy();
      value.remove(List.of("action_id", "block_id", "action_ts"));
      values.putObject(used.blockId()).set(used.actionId(), value);
    }
    return values;
  }
}
