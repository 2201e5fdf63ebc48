package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.delivery.Parcel;
import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.View;
import dev.muster.integrations.slack.fake.strict.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A modal on somebody's screen, filled in by what it has and nothing else. */
public final class Form implements Hand {

  private final Desk desk;
  private final Member member;
  private final String viewId;
  private final Map<String, ObjectNode> put = new HashMap<>();
  private ObjectNode errors = Json.object();

  Form(Desk desk, Member member, String viewId) {
    this.desk = desk;
    this.member = member;
    this.viewId = viewId;
  }

  public String id() {
    return viewId;
  }

  /** As it stands now, with what was put in. */
  public ObjectNode json() {
    synchronized (desk.ledger()) {
      return view().toJson(FormState.of(view().definition().path("blocks"), put));
    }
  }

  public String title() {
    return Json.textAt(json(), "title", "text");
  }

  /** Puts something into a field, named by block id, action id or label. */
  public Form fill(String field, String input) {
    var used = Elements.find(json().path("blocks"), field);
    var options = isLookedFor(used) ? offered(used, input) : used.element();
    put.put(FormState.keyOf(used), FormValue.of(options, input));
    return this;
  }

  /** What the app offers while somebody types into a field without options of its own. */
  public List<String> offers(String field, String typed) {
    var used = Elements.find(json().path("blocks"), field);
    return Json.items(offered(used, typed).path("options")).stream()
        .map(it -> Json.textAt(it, "text", "text"))
        .toList();
  }

  private static boolean isLookedFor(Blocks.Used used) {
    return Json.text(used.element(), "type").equals("external_select");
  }

  /** The element with the options that the app offers, of which Slack shows a hundred at most. */
  private ObjectNode offered(Blocks.Used used, String typed) {
    var payload = Payloads.interaction("block_suggestion", member);
    payload.putObject("container").put("type", "view").put("view_id", viewId);
    payload.put("action_id", used.actionId()).put("block_id", used.blockId());
    payload.put("value", typed).set("view", json());
    var ack = desk.bring(Parcel.Sort.INTERACTION, payload);
    var options = ack.message().path("options");
    if (!options.isArray() || options.size() > 100) {
      throw new AssertionError("Slack shows nothing of these options: " + ack.body());
    }
    return Json.object().put("type", "static_select").set("options", options);
  }

  /** As {@link #errors}, as text. */
  public String problems() {
    return errors.toString();
  }

  /** What the app said is wrong, by block id; empty when nothing is. */
  public ObjectNode errors() {
    return errors;
  }

  /** Waits for the app to replace it. */
  public Form takeUpdate() {
    desk.ledger()
        .take("an update of the view " + viewId, it -> it.is(Kind.VIEW) && it.ts().equals(viewId));
    return this;
  }

  public boolean isOpen() {
    synchronized (desk.ledger()) {
      return desk.workspace().views().stack(member.id()).stream()
          .anyMatch(it -> it.id().equals(viewId));
    }
  }

  public Ack submit() {
    var view = json();
    checkOnTop();
    FormState.checkSubmittable(view);
    var payload = Payloads.interaction("view_submission", member);
    payload.put("trigger_id", desk.trigger(member.id())).set("view", view);
    payload.putArray("response_urls");
    var ack = desk.bring(Parcel.Sort.INTERACTION, payload);
    errors = new Submission(desk, view(), put).render(ack);
    return ack;
  }

  /** Closes it by its button, which the app hears of only if it asked to. */
  public void close() {
    checkOnTop();
    var view = json();
    synchronized (desk.ledger()) {
      desk.workspace().views().close(member.id(), false);
    }
    if (view.path("notify_on_close").asBoolean(false)) {
      var payload = Payloads.interaction("view_closed", member);
      payload.put("is_cleared", false).set("view", view);
      desk.bring(Parcel.Sort.INTERACTION, payload);
    }
  }

  @Override
  public Ack press(String button) {
    var used = Elements.find(json().path("blocks"), button);
    return act(Elements.pressed(used, desk.workspace().nextTs()));
  }

  @Override
  public Ack choose(String menu, String option) {
    var used = Elements.find(json().path("blocks"), menu);
    fill(menu, option);
    return isSilent(used)
        ? Ack.unasked()
        : act(Elements.chosen(used, option, desk.workspace().nextTs()));
  }

  /** Fields in input blocks say nothing until the form is submitted, unless told to. */
  private static boolean isSilent(Blocks.Used used) {
    return Json.text(used.block(), "type").equals("input")
        && !used.block().path("dispatch_action").asBoolean(false);
  }

  private Ack act(ObjectNode action) {
    var payload = Payloads.interaction("block_actions", member);
    payload.putObject("container").put("type", "view").put("view_id", viewId);
    payload.put("trigger_id", desk.trigger(member.id())).set("view", json());
    payload.putArray("actions").add(action);
    return desk.bringForNothing(payload);
  }

  private void checkOnTop() {
    synchronized (desk.ledger()) {
      if (desk.workspace()
          .views()
          .top(member.id())
          .filter(it -> it.id().equals(viewId))
          .isEmpty()) {
        throw new AssertionError("The view " + viewId + " is not on top of the screen any more");
      }
    }
  }

  private View view() {
    synchronized (desk.ledger()) {
      var found = desk.workspace().views().byId(viewId);
      return found.orElseThrow(() -> new AssertionError("The view " + viewId + " was closed"));
    }
  }
}
