package dev.muster.bot.http.intake;

import dev.muster.bot.config.Senders;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.intake.Webhooks.Outcome;
import dev.muster.commands.delivery.Sender;
import dev.muster.commands.intake.IntakeResult;
import dev.muster.integrations.sources.PagerDutyEventsSource;
import dev.muster.integrations.sources.PagerDutyEventsSource.Opened;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * {@code POST /v2/enqueue}, as PagerDuty documents its Events API v2: the key is in the body, and
 * what is wrong with an event is answered in PagerDuty's shape, so that its clients can show it.
 */
public final class EnqueueRoutes {

  private static final String PATH = "/v2/enqueue";
  private static final String SOURCE = PagerDutyEventsSource.NAME;

  private final Senders senders;
  private final Intake intake;
  private final Webhooks webhooks;

  public EnqueueRoutes(Senders senders, Intake intake, Blocking blocking) {
    this.senders = senders;
    this.intake = intake;
    this.webhooks = new Webhooks(intake, blocking);
  }

  public void mount(Router router) {
    router.post(PATH).handler(this::take).failureHandler(Webhooks::fail);
  }

  private void take(RoutingContext context) {
    webhooks
        .body(context.request())
        .compose(body -> answer(context, body))
        .onSuccess(answer -> answer.send(context.response()))
        .onFailure(context::fail);
  }

  private Future<IntakeAnswer> answer(RoutingContext context, Bodies.Unpacked body) {
    return switch (body) {
      case Bodies.Unpacked.Plain(var bytes) ->
          webhooks
              .read(bytes, PagerDutyEventsSource::open)
              .compose(opened -> answer(context, opened, bytes));
      case Bodies.Unpacked.Corrupt(_, var reason) -> nothingKept(400, reason);
      case Bodies.Unpacked.TooLarge() -> nothingKept(413, "a body may have 5 MiB, unpacked too");
      case Bodies.Unpacked.Foreign(var encoding) ->
          nothingKept(415, "send the body plain or with gzip, not " + encoding);
    };
  }

  private Future<IntakeAnswer> answer(RoutingContext context, Opened opened, Buffer body) {
    return switch (opened) {
      case Opened.Broken(var fault) -> nothingKept(400, fault.describe());
      case Opened.Event(var key) -> {
        var sender = key.flatMap(shown -> senders.find(SOURCE, shown));
        yield sender.isPresent()
            ? take(context, sender.get(), body)
            : refuse(key.isEmpty() ? "'routing_key' is missing or blank" : "Invalid routing key");
      }
    };
  }

  private Future<IntakeAnswer> take(RoutingContext context, Sender sender, Buffer body) {
    return webhooks.take(context, sender, body).compose(outcome -> told(outcome, body));
  }

  private Future<IntakeAnswer> told(Outcome outcome, Buffer body) {
    return switch (outcome) {
      case Outcome.Committed(var batch, IntakeResult.Accepted _) ->
          Future.succeededFuture(EnqueueAnswer.processed(batch.alerts().getFirst().dedupKey()));
      case Outcome.Committed(_, IntakeResult.Failed failed) ->
          Future.succeededFuture(IntakeAnswer.problem(IntakeAnswer.failed(failed)));
      case Outcome.Unreadable _ ->
          webhooks
              .read(body, PagerDutyEventsSource::errors)
              .map(errors -> EnqueueAnswer.invalid(400, errors));
    };
  }

  private Future<IntakeAnswer> refuse(String error) {
    intake.refused(SOURCE);
    return nothingKept(
        400, error + "; it is the key of an integration of source " + SOURCE + " in muster.yaml");
  }

  private static Future<IntakeAnswer> nothingKept(int status, String error) {
    return Future.succeededFuture(
        EnqueueAnswer.invalid(status, List.of(error + ". Nothing was kept.")));
  }
}
