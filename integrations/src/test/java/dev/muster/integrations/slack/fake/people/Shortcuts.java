package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.response.Origin;

/** Shortcuts from the composer and from a message's menu. */
public final class Shortcuts {

  private final Desk desk;
  private final Member member;

  Shortcuts(Desk desk, Member member) {
    this.desk = desk;
    this.member = member;
  }

  /** From anywhere; there is no channel to answer in. */
  public Ack global(String callbackId) {
    var payload = Payloads.interaction("shortcut", member);
    payload.put("callback_id", callbackId).put("action_ts", desk.workspace().nextTs());
    payload.put("trigger_id", desk.trigger(member.id()));
    return desk.bringForNothing(payload);
  }

  /** From the menu of a message, anybody's. */
  public Ack onMessage(String callbackId, Message message) {
    var payload = Payloads.interaction("message_action", member);
    payload.put("callback_id", callbackId).put("action_ts", desk.workspace().nextTs());
    payload.put("trigger_id", desk.trigger(member.id())).put("message_ts", message.ts());
    var origin = new Origin(member.id(), message.channel(), message.ts(), message.threadTs());
    payload.put("response_url", desk.responseUrl(origin));
    Payloads.addChannel(payload, desk.workspace().channels().get(message.channel()));
    payload.set("message", message.toJson(true));
    return desk.bringForNothing(payload);
  }
}
