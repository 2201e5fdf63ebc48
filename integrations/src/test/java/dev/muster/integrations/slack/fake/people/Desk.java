package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.delivery.Courier;
import dev.muster.integrations.slack.fake.delivery.Parcel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Triggers;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.response.Origin;
import dev.muster.integrations.slack.fake.response.ResponseUrls;
import dev.muster.integrations.slack.fake.response.Responses;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What every person's hand reaches: the workspace, the way to the app, and its answers. */
public record Desk(Workspace workspace, Ledger ledger, Courier courier, Answers answers) {

  /** Trigger ids, and where answers may be posted. */
  public record Answers(
      Triggers triggers,
      ResponseUrls urls,
      Responses responses,
      Function<String, String> addressOf) {}

  String trigger(String user) {
    return answers.triggers().issue(user);
  }

  String responseUrl(Origin origin) {
    return answers.addressOf().apply(answers.urls().issue(origin));
  }

  Ack bring(Parcel.Sort sort, ObjectNode payload) {
    return courier.bring(new Parcel(sort, payload));
  }

  /** An interaction of whose acknowledgement Slack reads nothing but that it came. */
  Ack bringForNothing(ObjectNode payload) {
    var ack = bring(Parcel.Sort.INTERACTION, payload);
    if (!ack.message().isEmpty()) {
      var words = "Slack shows nothing of this acknowledgement: " + ack.body();
      ledger.add(Entry.oddity(Json.text(payload, "type"), words));
    }
    return ack;
  }

  /** A message in the acknowledgement is shown like one by the response_url. */
  void show(Ack ack, Origin origin) {
    var message = ack.message();
    if (!ack.taken() || message.isEmpty()) {
      return;
    }
    try {
      answers.responses().accept("ack", origin, message);
    } catch (Refused refused) {
      throw new AssertionError(
          "Slack shows nothing of this answer, " + refused.getMessage() + ": " + message, refused);
    }
  }
}
