package dev.muster.bot.api;

import dev.muster.bot.http.intake.IgnoredAlerts;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** The shapes of design/API: camelCase, times with offset, absent is absent. */
final class JsonShapes {

  private JsonShapes() {}

  static JsonObject timeline(TimelineEntry entry) {
    var json =
        new JsonObject()
            .put("at", time(entry.at()))
            .put("kind", entry.kind().word())
            .put("actor", entry.actor().key())
            .put("text", entry.text());
    put(json, "platform", entry.platform());
    put(json, "link", entry.link());
    return json;
  }

  static JsonObject alert(Alert alert) {
    var json =
        new JsonObject()
            .put("id", alert.id())
            .put("fingerprint", alert.fingerprint())
            .put("source", alert.source())
            .put("status", alert.status())
            .put("severity", alert.severity())
            .put("title", alert.title())
            .put("labels", texts(alert.labels()))
            .put("annotations", texts(alert.annotations()))
            .put("links", texts(alert.links()))
            .put("lastSeenAt", time(alert.lastSeenAt()))
            .put("count", alert.count());
    put(json, "summary", alert.summary());
    put(json, "startsAt", alert.startsAt().map(JsonShapes::time));
    put(json, "endsAt", alert.endsAt().map(JsonShapes::time));
    put(json, "incidentId", alert.incident().map(IncidentId::value));
    put(json, "silenceId", alert.silence().map(SilenceId::value));
    return json;
  }

  static JsonObject silence(Silence silence, long held) {
    var json =
        new JsonObject()
            .put("id", silence.id().value())
            .put("state", silence.ended().isPresent() ? "ended" : "active")
            .put("matchers", silence.matchers().text())
            .put("reason", silence.reason())
            .put("createdBy", silence.begun().by().key())
            .put("startsAt", time(silence.begun().at()))
            .put("endsAt", time(silence.endsAt()))
            .put("alerts", held);
    put(json, "endedAt", silence.ended().map(Change::at).map(JsonShapes::time));
    put(json, "endedBy", silence.ended().map(over -> over.by().key()));
    return json;
  }

  static JsonObject delivery(Delivery delivery) {
    var json =
        new JsonObject()
            .put("id", delivery.id().toString())
            .put("source", delivery.source())
            .put("integration", delivery.integration())
            .put("receivedAt", time(delivery.id().receivedAt()))
            .put("state", delivery.state().word())
            .put("alerts", delivery.alertCount())
            .put(
                "incidents",
                new JsonArray(delivery.incidents().stream().map(IncidentId::value).toList()));
    put(json, "error", delivery.error());
    put(json, "replayedAt", delivery.replayed().map(Delivery.Replayed::at).map(JsonShapes::time));
    put(json, "replayedBy", delivery.replayed().map(replayed -> replayed.by().value()));
    IgnoredAlerts.put(json, delivery.ignored());
    return json;
  }

  static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  static void put(JsonObject json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present));
  }

  static JsonObject texts(Map<String, String> texts) {
    var json = new JsonObject();
    texts.forEach(json::put);
    return json;
  }
}
