package dev.muster.bot.api.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing that can be asked for.
 *
 * @param result the object that a good answer is, or a type of content
 */
record Operation(String summary, List<String> filters, int status, String result) {

  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  /** What is answered when something was taken in. */
  private static final Set<String> TAKEN = Set.of("Accepted", "Enqueued");

  private static final Map<String, String> ALL = new HashMap<>();

  static {
    ALL.put(
        "GET /api/v1/incidents", "Incidents|status severity service since limit cursor|Incidents");
    ALL.put(
        "GET /api/v1/incidents/{id}", "One incident with all that belongs to it||IncidentDetails");
    ALL.put(
        "GET /api/v1/alerts", "Alerts|status source fingerprint silence since limit cursor|Alerts");
    ALL.put("GET /api/v1/silences", "What is silenced, or was|state limit cursor|Silences");
    ALL.put("GET /api/v1/deliveries", "Webhooks as they came|state limit cursor|Deliveries");
    ALL.put("GET /api/v1/deliveries/{id}", "One webhook||Delivery");
    ALL.put("GET /api/v1/deliveries/{id}/body", "Its exact bytes||application/octet-stream");
    ALL.put("GET /api/v1/oncall", "Who is on call|schedule at|OnCall");
    ALL.put("GET /api/v1/schedules/{id}/shifts", "Shifts and gaps|from to limit cursor|Shifts");
    ALL.put("GET /api/v1/runs", "Runs of runbooks|state runbook limit cursor|Runs");
    ALL.put("GET /api/v1/runs/{id}", "One run with its steps||RunDetails");
    ALL.put("GET /api/v1/runs/{id}/log", "Its log, line by line|limit cursor|LogLines");
    ALL.put("GET /api/v1/operations", "What was done|text since until limit cursor|Operations");
    ALL.put("GET /api/v1/operations/{id}", "One entry of the operation log||Operation");
    ALL.put("POST /api/v1/commands", "Runs a chat command||Replies");
    ALL.put("POST /v1/alerts/{source}", "Takes alerts in|key|Accepted");
    ALL.put("POST /v2/enqueue", "PagerDuty's Events API v2||Enqueued");
    ALL.put("GET /health", "Whether Muster is ready||Health");
    ALL.put("GET /health/ready", "Whether Muster is ready||Health");
    ALL.put("GET /health/live", "Whether Muster runs||Health");
    ALL.put("GET /metrics", "What Prometheus reads||text/plain");
    ALL.put("GET /api/openapi.json", "This document||application/json");
  }

  /** Empty for an address that nothing is said of. */
  static Optional<Operation> of(String methodAndPath) {
    return Optional.ofNullable(ALL.get(methodAndPath))
        .map(line -> {
          var parts = line.split("\\|", -1);
          var filters = parts[1].isEmpty() ? List.<String>of() : List.of(parts[1].split(" "));
          var status = TAKEN.contains(parts[2]) ? 202 : 200;
          return new Operation(parts[0], filters, status, parts[2]);
        });
  }

  JsonObject document(String path) {
    var parameters = new JsonArray();
    var inPath = IN_PATH.matcher(path);
    while (inPath.find()) {
      parameters.add(Parameters.inPath(inPath.group(1)));
    }
    filters.forEach(filter -> parameters.add(Parameters.inQuery(filter)));
    var problem = content("application/problem+json", Fields.type("Problem"));
    var operation =
        new JsonObject()
            .put("summary", summary)
            .put("parameters", parameters)
            .put(
                "responses",
                new JsonObject()
                    .put(String.valueOf(status), answer().put("description", "As asked"))
                    .put("default", problem.put("description", "Not so, and why")));
    if (result.equals("Replies")) {
      var body = content("application/json", Fields.type("Command"));
      operation.put("requestBody", body.put("required", true));
    }
    return operation;
  }

  private JsonObject answer() {
    return result.contains("/")
        ? content(result, new JsonObject())
        : content("application/json", Fields.type(result));
  }

  private static JsonObject content(String type, JsonObject schema) {
    return new JsonObject()
        .put("content", new JsonObject().put(type, new JsonObject().put("schema", schema)));
  }
}
