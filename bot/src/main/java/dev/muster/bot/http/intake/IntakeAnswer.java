package dev.muster.bot.http.intake;

import dev.muster.bot.http.Problem;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.IntakeResult;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a sender is told. */
sealed interface IntakeAnswer permits IntakeAnswer.Accepted, IntakeAnswer.Refused, EnqueueAnswer {

  void send(HttpServerResponse response);

  static IntakeAnswer of(Webhooks.Outcome outcome) {
    return switch (outcome) {
      case Webhooks.Outcome.Committed(_, var result) -> of(result);
      case Webhooks.Outcome.Unreadable(var id, var fault) -> problem(unreadable(id, fault));
    };
  }

  private static IntakeAnswer of(IntakeResult result) {
    return switch (result) {
      case IntakeResult.Accepted accepted -> new Accepted(accepted);
      case IntakeResult.Failed failed -> problem(failed(failed));
    };
  }

  /** The store refused this one, and would again. */
  static Problem failed(IntakeResult.Failed failed) {
    return Problem.of(
            500,
            "Failed",
            "The webhook was kept but could not be taken in. Whoever runs Muster finds why under"
                + " its delivery id.")
        .with("deliveryId", failed.delivery().toString());
  }

  private static Problem unreadable(DeliveryId id, Fault fault) {
    var problem =
        Problem.of(400, "Unreadable", fault.describe() + ". The body was kept.")
            .with("deliveryId", id.toString());
    fault.position().ifPresent(at -> problem.with("line", at.line()).with("column", at.column()));
    fault.pointer().ifPresent(pointer -> problem.with("pointer", pointer));
    return problem;
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
