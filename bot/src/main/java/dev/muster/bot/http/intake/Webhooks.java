package dev.muster.bot.http.intake;

import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.Problem;
import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.delivery.Sender;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.IntakeResult;
import dev.muster.commands.store.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a webhook that all addresses of the intake share. For an event loop. */
final class Webhooks {

  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
  private static final int SMALL = 64 * 1024;
  private static final long PATIENCE_SECONDS = 10;

  private final Intake intake;
  private final Blocking blocking;

  Webhooks(Intake intake, Blocking blocking) {
    this.intake = intake;
    this.blocking = blocking;
  }

  /** What became of a webhook whose sender is known. */
  sealed interface Outcome {
    record Committed(AlertBatch batch, IntakeResult result) implements Outcome {}

    /** The body was kept. */
    record Unreadable(DeliveryId delivery, Fault fault) implements Outcome {}
  }

  Future<Bodies.Unpacked> body(HttpServerRequest request) {
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    var isGzip = "gzip".equalsIgnoreCase(encoding);
    if (encoding != null && !isGzip && !"identity".equalsIgnoreCase(encoding)) {
      return Future.succeededFuture(new Bodies.Unpacked.Foreign(encoding));
    }
    return Bodies.read(request).compose(body -> unpack(body, isGzip));
  }

  /** What is read within microseconds is read here; what takes longer must not hold up the loop. */
  <T> Future<T> read(Buffer body, Function<byte[], T> reader) {
    return body.length() <= SMALL
        ? Future.succeededFuture(reader.apply(body.getBytes()))
        : blocking.run(() -> reader.apply(body.getBytes()));
  }

  /** Completed after the commit. */
  Future<Outcome> take(RoutingContext context, Sender sender, Buffer body) {
    return read(body, sender.source()::read)
        .compose(reading -> settle(context, sender, body, reading));
  }

  Future<Outcome> keep(Sender sender, Buffer body, Fault fault) {
    return blocking.run(
        () -> new Outcome.Unreadable(intake.unreadable(sender, body.getBytes(), fault), fault));
  }

  /** Answers where no commit came. */
  static void fail(RoutingContext context) {
    if (context.failure() instanceof StoreUnavailable away) {
      var what = away.isUnclear() ? "It is unclear whether it was accepted: " : "Not accepted: ";
      Problem.unavailable(what + away.getMessage() + ". Send it again; a repeat does no harm.")
          .send(context.response());
    } else if (context.failure() instanceof TimeoutException) {
      Problem.unavailable("The database did not answer in time. Send it again.")
          .send(context.response());
    } else {
      log.atError().setCause(context.failure()).log("Webhook failed");
      Problem.of(500, "Failed", "Nothing was kept. Send it again.").send(context.response());
    }
  }

  private Future<Bodies.Unpacked> unpack(Bodies.Unpacked body, boolean isGzip) {
    return isGzip && body instanceof Bodies.Unpacked.Plain(var packed)
        ? blocking.run(() -> Bodies.unpack(packed))
        : Future.succeededFuture(body);
  }

  private Future<Outcome> settle(
      RoutingContext context, Sender sender, Buffer body, Reading reading) {
    return switch (reading) {
      case Reading.Readable(var batch) ->
          Future.fromCompletionStage(
                  intake.take(sender, body.getBytes(), batch), context.vertx().getOrCreateContext())
              .<Outcome>map(result -> {
                intake.count(sender, result);
                return new Outcome.Committed(batch, result);
              })
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
      case Reading.Unreadable(var fault) -> keep(sender, body, fault);
    };
  }
}
