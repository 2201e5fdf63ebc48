package dev.muster.bot.api.run;

import dev.muster.bot.runbook.StepFacts;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.review.Review;
import dev.muster.runbooks.engine.port.RunLists.Line;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState.Asked;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Runs in the shapes of design/API: camelCase, times with offset, absent is absent. */
final class RunShapes {

  private RunShapes() {}

  static List<JsonObject> briefs(List<Line> lines) {
    return lines.stream().map(RunShapes::brief).toList();
  }

  private static JsonObject brief(Line line) {
    var json =
        new JsonObject()
            .put("id", line.id().value())
            .put("runbook", line.runbook())
            .put("title", line.title())
            .put("state", line.stage().word())
            .put("dry", line.isDry())
            .put("requester", line.requester().id())
            .put("requestedAt", time(line.at()));
    put(json, "endedAt", line.endedAt().map(RunShapes::time));
    put(json, "incidentId", line.incident());
    put(json, "parentId", line.parent().map(it -> it.value()));
    return json;
  }

  static JsonObject whole(Run run, List<StepFacts> steps, List<Review> reviews) {
    var origin = run.origin();
    var verdict = run.course().verdict();
    var json = brief(Line.of(run));
    var inputs = new JsonObject();
    origin.inputs().forEach((name, value) -> inputs.put(name, Sayings.of(value)));
    json.put("inputs", inputs).put("definition", origin.runbook().hash());
    json.put("phase", run.course().phase().word());
    put(json, "problem", Optional.of(verdict.words()).filter(words -> !words.isEmpty()));
    put(json, "question", run.question().map(RunShapes::question));
    json.put("steps", new JsonArray(steps.stream().map(RunShapes::step).toList()));
    json.put("reviews", new JsonArray(reviews.stream().map(RunShapes::review).toList()));
    return json;
  }

  /** What it was for may have gone into another. */
  static JsonObject belonging(Optional<IncidentId> incident) {
    var json = new JsonObject();
    put(json, "incidentId", incident.map(IncidentId::value));
    return json;
  }

  private static JsonObject question(Asked asked) {
    var json =
        new JsonObject().put("text", asked.question().words()).put("askedAt", time(asked.at()));
    put(json, "until", asked.until().map(RunShapes::time));
    return json;
  }

  private static JsonObject step(StepFacts step) {
    var record = step.record();
    var json =
        new JsonObject()
            .put("path", record.path().toString())
            .put("id", record.id())
            .put("name", step.name())
            .put("state", step.state())
            .put("attempts", record.attempts())
            .put("beganAt", time(record.began()));
    put(json, "endedAt", step.ended().map(RunShapes::time));
    put(json, "text", Optional.of(step.words()).filter(words -> !words.isEmpty()));
    var answers = step.said().stream().map(RunShapes::said).toList();
    return answers.isEmpty() ? json : json.put("answers", new JsonArray(answers));
  }

  private static JsonObject said(StepFacts.Said said) {
    return new JsonObject()
        .put("person", said.person())
        .put("text", said.what())
        .put("at", time(said.at()));
  }

  private static JsonObject review(Review review) {
    var json =
        new JsonObject()
            .put("step", review.step().toString())
            .put("person", review.by().id())
            .put("reason", review.reason())
            .put("at", time(review.at()));
    put(json, "closedBy", review.closed().map(closed -> closed.by().id()));
    put(json, "closedAt", review.closed().map(closed -> time(closed.at())));
    put(json, "found", review.closed().map(Review.Closed::words));
    return json;
  }

  static JsonObject line(Numbered numbered) {
    var line = numbered.line();
    var json =
        new JsonObject()
            .put("number", numbered.number())
            .put("at", time(line.at()))
            .put("source", line.source() == Source.EVENT ? "event" : "output")
            .put("text", line.text());
    put(json, "step", Optional.of(line.path()).filter(path -> !path.isEmpty()));
    return json;
  }

  static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  static void put(JsonObject json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present));
  }
}
