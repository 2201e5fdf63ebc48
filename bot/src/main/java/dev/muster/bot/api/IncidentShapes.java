package dev.muster.bot.api;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Incidents in the shapes of design/API. */
final class IncidentShapes {

  private IncidentShapes() {}

  /** As a list shows it. */
  static JsonObject brief(Incident incident) {
    var headline = incident.headline();
    var state = incident.state();
    var json =
        new JsonObject()
            .put("id", incident.id().value())
            .put("title", headline.title())
            .put("status", state.status().word())
            .put("severity", incident.severity().name())
            .put("services", new JsonArray(List.copyOf(headline.services())))
            .put("openedAt", JsonShapes.time(incident.openedAt()))
            .put("alertCount", incident.alerts().total())
            .put("channel", incident.channel())
            .put("links", JsonShapes.texts(headline.links()));
    JsonShapes.put(json, "assignee", incident.assignee().map(Actor::key));
    var crew = incident.details().crew();
    JsonShapes.put(json, "commander", crew.in(Role.COMMANDER).map(Actor::key));
    at(json, "acknowledgedAt", state.acknowledged().map(Change::at));
    at(json, "mitigatedAt", state.mitigated().map(Change::at));
    if (state instanceof IncidentState.Over over) {
      json.put("resolvedAt", JsonShapes.time(over.change().at()));
    }
    if (state instanceof IncidentState.Merged merged) {
      json.put("mergedInto", merged.into().value());
    }
    JsonShapes.put(json, "summary", headline.summary());
    var snooze = incident.details().snooze();
    at(json, "snoozedUntil", snooze.map(Snooze::until));
    JsonShapes.put(json, "snoozedBy", snooze.map(it -> it.change().by().key()));
    JsonShapes.put(json, "snoozeReason", snooze.flatMap(Snooze::reason));
    return json;
  }

  /** As it is shown by itself: with all that people added. */
  static JsonObject whole(Incident incident) {
    var json = brief(incident);
    var details = incident.details();
    var roles = new JsonObject();
    details.crew().roles().forEach((role, who) -> roles.put(role.word(), who.key()));
    json.put("roles", roles);
    at(json, "startedAt", details.times().started());
    at(json, "detectedAt", details.times().detected());
    at(json, "etr", details.times().expectedOver());
    at(json, "nextUpdateDue", details.times().nextUpdate());
    JsonShapes.put(json, "affectedUsers", details.findings().affectedUsers());
    JsonShapes.put(json, "rootCause", details.findings().rootCause());
    JsonShapes.put(json, "resolution", details.findings().resolution());
    JsonShapes.put(json, "prevention", details.findings().prevention());
    var silences = List.copyOf(details.quiet().silences().keySet());
    return silences.isEmpty() ? json : json.put("silences", new JsonArray(silences));
  }

  private static void at(JsonObject json, String name, Optional<Instant> at) {
    JsonShapes.put(json, name, at.map(JsonShapes::time));
  }
}
