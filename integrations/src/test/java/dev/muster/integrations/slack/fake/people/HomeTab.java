package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.strict.Entry;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The app's home tab as one person sees it. */
public final class HomeTab implements Hand {

  private final Desk desk;
  private final Member member;
  private final Entry entry;

  HomeTab(Desk desk, Member member, Entry entry) {
    this.desk = desk;
    this.member = member;
    this.entry = entry;
  }

  /** As it came. */
  public ObjectNode json() {
    return entry.body();
  }

  public boolean says(String words) {
    return entry.says(words);
  }

  @Override
  public Ack press(String button) {
    return act(Elements.pressed(find(button), desk.workspace().nextTs()));
  }

  @Override
  public Ack choose(String menu, String option) {
    return act(Elements.chosen(find(menu), option, desk.workspace().nextTs()));
  }

  private Blocks.Used find(String name) {
    return Elements.find(now().path("blocks"), name);
  }

  private ObjectNode now() {
    synchronized (desk.ledger()) {
      var view = desk.workspace().views().home(member.id()).orElseThrow();
      return view.toJson(FormState.of(view.definition().path("blocks"), Map.of()));
    }
  }

  private Ack act(ObjectNode action) {
    var payload = Payloads.interaction("block_actions", member);
    payload.putObject("container").put("type", "view").put("view_id", entry.ts());
    payload.put("trigger_id", desk.trigger(member.id())).set("view", now());
    payload.putArray("actions").add(action);
    return desk.bringForNothing(payload);
  }
}
