package dev.muster.bot.http;

import dev.muster.bot.config.Senders;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.sources.Sources;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/alerts/{source}}: from a sender's webhook to an answer that follows the commit.
 */
public final class IntakeRoutes {

  private static final Logger log = LoggerFactory.getLogger(IntakeRoutes.class);
  private static final String PATH = "/v1/alerts/:source";
  private static final String WAYS =
      "Send the key as Authorization: Bearer KEY, as the password of basic authentication, or as"
          + " ?key=KEY.";
  private static final int SMALL = 64 * 1024;
  private static final long PATIENCE_SECONDS = 10;

  private final Senders senders;
  private final Intake intake;
  private final Blocking blocking;

  public IntakeRoutes(Senders senders, Intake intake, Blocking blocking) {
    this.senders = senders;
    this.intake = intake;
    this.blocking = blocking;
  }

  public void mount(Router router) {
    router.post(PATH).handler(this::take).failureHandler(this::fail);
  }

  private void take(RoutingContext context) {
    identify(context).ifPresent(sender -> take(context, sender));
  }

  /** Before a byte of the body is read. Answers itself when it is nobody. */
  private Optional<Sender> identify(RoutingContext context) {
    var name = Objects.requireNonNullElse(context.pathParam("source"), "");
    var source = Sources.find(name);
    if (source.isEmpty()) {
      var known = String.join(", ", Sources.names());
      Problem.of(404, "Unknown source", "There is no source " + name + ". Known: " + known + ".")
          .send(context.response());
      return Optional.empty();
    }
    var key = SenderKey.of(context.request());
    var integration = key.flatMap(shown -> senders.find(name, shown));
    if (integration.isEmpty()) {
      intake.refused(name);
      context.response().putHeader("WWW-Authenticate", "Bearer");
      (key.isEmpty() ? noKey() : wrongKey(name)).send(context.response());
      return Optional.empty();
    }
    return Optional.of(new Sender(source.get(), integration.get()));
  }

  private void take(RoutingContext context, Sender sender) {
    var encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    var isGzip = "gzip".equalsIgnoreCase(encoding);
    if (encoding != null && !isGzip && !"identity".equalsIgnoreCase(encoding)) {
      Problem.of(415, "Unknown encoding", "Send the body plain or with gzip, not " + encoding + ".")
          .send(context.response());
      return;
    }
    Bodies.read(context.request())
        .compose(body -> unpack(body, isGzip))
        .compose(body -> take(context, sender, body))
        .onSuccess(answer -> answer.send(context.response()))
        .onFailure(context::fail);
  }

  private Future<Bodies.Unpacked> unpack(Bodies.Unpacked body, boolean isGzip) {
    return isGzip && body instanceof Bodies.Unpacked.Plain(var packed)
        ? blocking.run(() -> Bodies.unpack(packed))
        : Future.succeededFuture(body);
  }

  private Future<IntakeAnswer> take(RoutingContext context, Sender sender, Bodies.Unpacked body) {
    return switch (body) {
      case Bodies.Unpacked.Plain(var bytes) ->
          read(sender, bytes).compose(reading -> settle(context, sender, bytes, reading));
      case Bodies.Unpacked.TooLarge() -> Future.succeededFuture(IntakeAnswer.problem(tooLarge()));
      case Bodies.Unpacked.Corrupt(var bytes, var reason) ->
          blocking.run(() -> intake.unreadable(sender, bytes.getBytes(), Fault.of(reason)));
    };
  }

  /** What is read within microseconds is read here; what takes longer must not hold up the loop. */
  private Future<Reading> read(Sender sender, Buffer body) {
    return body.length() <= SMALL
        ? Future.succeededFuture(sender.source().read(body.getBytes()))
        : blocking.run(() -> sender.source().read(body.getBytes()));
  }

  private Future<IntakeAnswer> settle(
      RoutingContext context, Sender sender, Buffer body, Reading reading) {
    return switch (reading) {
      case Reading.Readable(var batch) ->
          Future.fromCompletionStage(
                  intake.take(sender, body.getBytes(), batch), context.vertx().getOrCreateContext())
              .map(result -> intake.answer(sender, result))
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
      case Reading.Unreadable(var fault) ->
          blocking.run(() -> intake.unreadable(sender, body.getBytes(), fault));
    };
  }

  private void fail(RoutingContext context) {
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

  private static Problem noKey() {
    return Problem.of(401, "No key", "No key was sent. Nothing was kept. " + WAYS);
  }

  private static Problem wrongKey(String source) {
    return Problem.of(
        401,
        "Wrong key",
        "No integration of source "
            + source
            + " has this key. Nothing was kept. Compare it with muster.yaml. "
            + WAYS);
  }

  private static Problem tooLarge() {
    return Problem.of(
        413,
        "Too large",
        "A body may have 5 MiB, unpacked too. Nothing was kept. Set max_alerts at the sender.");
  }
}
