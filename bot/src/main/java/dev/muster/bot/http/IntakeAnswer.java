package dev.muster.bot.http;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.IntakeResult;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a sender is told. */
sealed interface IntakeAnswer {

  void send(HttpServerResponse response);

  static IntakeAnswer accepted(IntakeResult.Accepted accepted) {
    return new Accepted(accepted);
  }

  static IntakeAnswer problem(Problem problem) {
    return new Refused(problem);
  }

  record Accepted(IntakeResult.Accepted result) implements IntakeAnswer {
    @Override
    public void send(HttpServerResponse response) {
      var incidents = new JsonArray(result.incidents().stream().map(IncidentId::value).toList());
      var body =
          new JsonObject()
              .put("accepted", result.alerts())
              .put("deliveryId", result.delivery().toString())
              .put("incidents", incidents);
      IgnoredAlerts.put(body, result.ignored());
      response
          .setStatusCode(202)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .end(body.toBuffer());
    }
  }

  record Refused(Problem problem) implements IntakeAnswer {
    @Override
    public void send(HttpServerResponse response) {
      problem.send(response);
    }
  }
}
