package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.fake.blocks.ViewRules;
import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.View;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import dev.muster.integrations.slack.fake.strict.Target;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack does with the answer to a submitted form. */
final class Submission {

  private final Desk desk;
  private final View view;
  private final Map<String, ObjectNode> put;

  Submission(Desk desk, View view, Map<String, ObjectNode> put) {
    this.desk = desk;
    this.view = view;
    this.put = put;
  }

  /** The errors that are shown, none if the form was taken. */
  ObjectNode render(Ack ack) {
    if (!ack.taken()) {
      return Json.object();
    }
    var answer = ack.message();
    synchronized (desk.ledger()) {
      return switch (Json.text(answer, "response_action")) {
        case "" -> taken(answer);
        case "errors" -> errors(answer.path("errors"));
        case "update" -> shown(answer, true);
        case "push" -> shown(answer, false);
        case "clear" -> closed(true);
        default -> odd("there is no response_action like this: " + answer);
      };
    }
  }

  private ObjectNode taken(ObjectNode answer) {
    return answer.isEmpty()
        ? closed(false)
        : odd("a form is answered by a response_action or by nothing: " + answer);
  }

  private ObjectNode closed(boolean all) {
    desk.workspace().views().close(view.user(), all);
    return Json.object();
  }

  private ObjectNode errors(JsonNode errors) {
    if (!(errors instanceof ObjectNode shown) || errors.isEmpty()) {
      return odd("errors without a field: " + errors);
    }
    for (var field : shown.properties()) {
      if (!isInput(field.getKey())) {
        return odd("an error at " + field.getKey() + ", which is no input block of the view");
      }
      if (Json.text(shown, field.getKey()).isBlank()) {
        return odd("an error without words at " + field.getKey());
      }
    }
    return shown;
  }

  private boolean isInput(String blockId) {
    return Json.items(view.definition().path("blocks")).stream()
        .anyMatch(it ->
            Json.text(it, "type").equals("input") && Json.text(it, "block_id").equals(blockId));
  }

  private ObjectNode shown(ObjectNode answer, boolean instead) {
    if (!(answer.path("view") instanceof ObjectNode definition)) {
      return odd("a response_action without its view: " + answer);
    }
    var problems = ViewRules.problemsOf(definition, Surface.MODAL);
    if (!problems.isEmpty()) {
      return odd("a view that Slack does not show: " + problems);
    }
    var views = desk.workspace().views();
    if (instead) {
      views.replace(view, definition);
      put.clear();
    }
    var now = instead ? view : views.push(view.user(), definition);
    var json = now.toJson(Json.object());
    desk.ledger()
        .add(new Entry(Kind.VIEW, new Target("", view.user(), now.id()), "view_submission", json));
    return Json.object();
  }

  private ObjectNode odd(String words) {
    desk.ledger().add(Entry.oddity("view_submission", words));
    return Json.object();
  }
}
