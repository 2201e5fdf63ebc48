package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.fake.blocks.ViewRules;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Triggers;
import dev.muster.integrations.slack.fake.model.View;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.strict.Target;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Modals and home tabs. */
final class ViewMethods {

  private static final int STACK = 3;

  private final Workspace workspace;
  private final Triggers triggers;
  private final Ledger ledger;

  ViewMethods(Workspace workspace, Triggers triggers, Ledger ledger) {
    this.workspace = workspace;
    this.triggers = triggers;
    this.ledger = ledger;
  }

  Map<String, Method> all() {
    return Map.of(
        "views.open", this::open,
        "views.push", this::push,
        "views.update", this::update,
        "views.publish", this::publish);
  }

  private ObjectNode open(Call call) {
    var view = checked(call, Surface.MODAL, "");
    return shown(Kind.VIEW, call, workspace.views().open(exchange(call), view));
  }

  private ObjectNode push(Call call) {
    var view = checked(call, Surface.MODAL, "");
    var user = exchange(call);
    var stack = workspace.views().stack(user);
    if (stack.isEmpty()) {
      throw Refused.because("not_found");
    }
    if (stack.size() >= STACK) {
      throw Refused.because("push_limit_reached");
    }
    return shown(Kind.VIEW, call, workspace.views().push(user, view));
  }

  private ObjectNode update(Call call) {
    var views = workspace.views();
    var found =
        call.has("view_id")
            ? views.byId(call.text("view_id"))
            : views.byExternalId(call.text("external_id"));
    var view = found.orElseThrow(() -> Refused.because("not_found"));
    var definition = checked(call, Surface.MODAL, view.id());
    checkHash(call, view);
    views.replace(view, definition);
    return shown(Kind.VIEW, call, view);
  }

  private ObjectNode publish(Call call) {
    var user = call.text("user_id");
    if (!workspace.members().containsKey(user)) {
      throw Refused.because("invalid_arguments", List.of("invalid `user_id`"));
    }
    var old = workspace.views().home(user);
    var definition = checked(call, Surface.HOME, old.map(View::id).orElse(""));
    old.ifPresent(it -> checkHash(call, it));
    return shown(Kind.HOME, call, workspace.views().publish(user, definition));
  }

  private ObjectNode checked(Call call, Surface surface, String own) {
    if (!(call.json("view") instanceof ObjectNode view)) {
      throw Refused.because("invalid_arguments");
    }
    var problems = ViewRules.problemsOf(view, surface);
    if (!problems.isEmpty()) {
      throw Refused.because("invalid_arguments", problems);
    }
    if (view.toString().length() > 250_000) {
      throw Refused.because("view_too_large");
    }
    var twin = workspace.views().byExternalId(Json.text(view, "external_id"));
    if (twin.filter(it -> !it.id().equals(own)).isPresent()) {
      throw Refused.because("duplicate_external_id");
    }
    return view;
  }

  private String exchange(Call call) {
    var exchange = triggers.exchange(call.text("trigger_id"));
    if (!exchange.error().isEmpty()) {
      throw Refused.because(exchange.error());
    }
    return exchange.user();
  }

  private static void checkHash(Call call, View view) {
    if (call.has("hash") && !call.text("hash").equals(view.hash())) {
      throw Refused.because("hash_conflict");
    }
  }

  private ObjectNode shown(Kind kind, Call call, View view) {
    var json = view.toJson(Json.object());
    ledger.add(new Entry(kind, new Target("", view.user(), view.id()), call.method(), json));
    return Json.object().set("view", json);
  }
}
