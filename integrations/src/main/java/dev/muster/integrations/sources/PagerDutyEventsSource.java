package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.JsonBody;
import dev.muster.integrations.sources.body.JsonReader;
import dev.muster.integrations.sources.body.UnreadableBody;
import java.util.List;
import java.util.Optional;

/**
 * PagerDuty's Events API v2 (developer.pagerduty.com, "Send an alert event"): one event a body,
 * which triggers, acknowledges or resolves the alert of its {@code dedup_key}. Every tool that can
 * page through PagerDuty speaks it.
 */
public final class PagerDutyEventsSource implements AlertSource {

  public static final String NAME = "pagerduty-events-v2";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(byte[] body) {
    return JsonBody.read(body, PagerDutyEventsSource::batch);
  }

  /** What a body says before its sender is known. */
  public sealed interface Opened {

    /** An event; the key is absent where the sender gives none. */
    record Event(Optional<String> routingKey) implements Opened {}

    record Broken(Fault fault) implements Opened {}
  }

  /** Reads only the key, which these senders put into the body. */
  public static Opened open(byte[] body) {
    try {
      return new Opened.Event(event(JsonReader.read(body)).text("routing_key"));
    } catch (UnreadableBody unreadable) {
      return new Opened.Broken(unreadable.fault());
    }
  }

  /** Everything that PagerDuty would not take either, each with its place; empty where it would. */
  public static List<String> errors(byte[] body) {
    try {
      return PagerDutyShape.wrongs(event(JsonReader.read(body))).stream()
          .map(PagerDutyShape.Wrong::words)
          .toList();
    } catch (UnreadableBody unreadable) {
      return List.of(unreadable.fault().describe());
    }
  }

  private static AlertBatch batch(Json body) {
    var event = event(body);
    PagerDutyShape.check(event);
    var alert = PagerDutyEvent.of(event);
    return new AlertBatch(alert.status(), Optional.empty(), List.of(alert), 0);
  }

  private static Json.Fields event(Json body) {
    if (body instanceof Json.Fields event) {
      return event;
    }
    throw new UnreadableBody(
        Fault.at("", "expected one event, an object, found " + body.kind() + "; send each alone"));
  }
}
