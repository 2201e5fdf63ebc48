package dev.muster.bot.http;

import dev.muster.bot.config.Config;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.sources.Sources;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/alerts/{source}}: from a sender's webhook to an answer that follows the commit.
 */
public final class IntakeRoutes {

  private static final Logger log = LoggerFactory.getLogger(IntakeRoutes.class);
  private static final String PATH = "/v1/alerts/:source";
  private static final String SENDER = "sender";

  private final Config config;
  private final Intake intake;
  private final Blocking blocking;

  public IntakeRoutes(Config config, Intake intake, Blocking blocking) {
    this.config = config;
    this.intake = intake;
    this.blocking = blocking;
  }

  public void mount(Router router) {
    router.post(PATH).handler(this::identify).failureHandler(this::fail);
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(Bodies.LIMIT))
        .handler(this::take)
        .failureHandler(this::fail);
  }

  private record Sender(AlertSource source, Integration integration) {}

  /** Before a byte of the body is read. */
  private void identify(RoutingContext context) {
    var name = Objects.requireNonNullElse(context.pathParam("source"), "");
    var source = Sources.find(name);
    if (source.isEmpty()) {
      var known = String.join(", ", Sources.names());
      Problem.of(404, "Unknown source", "There is no source " + name + ". Known: " + known + ".")
          .send(context.response());
      return;
    }
    var integration = SenderKey.of(context.request()).flatMap(key -> config.integration(name, key));
    if (integration.isEmpty()) {
      intake.refused(name);
      context.response().putHeader("WWW-Authenticate", "Bearer");
      Problem.of(
              401,
              "Wrong key",
              "No integration of source " + name + " has this key. Nothing was kept.")
          .send(context.response());
      return;
    }
    context.put(SENDER, new Sender(source.get(), integration.get()));
    context.next();
  }

  private void take(RoutingContext context) {
    var encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    var isGzip = "gzip".equalsIgnoreCase(encoding);
    if (encoding != null && !isGzip && !"identity".equalsIgnoreCase(encoding)) {
      Problem.of(415, "Unknown encoding", "Send the body plain or with gzip, not " + encoding + ".")
          .send(context.response());
      return;
    }
    var body = context.body().buffer();
    blocking
        .run(() ->
            take(
                Objects.requireNonNull(context.<Sender>get(SENDER)),
                body == null ? Buffer.buffer() : body,
                isGzip))
        .onSuccess(answer -> answer.send(context.response()))
        .onFailure(context::fail);
  }

  private IntakeAnswer take(Sender sender, Buffer body, boolean isGzip) {
    return switch (Bodies.unpack(body, isGzip)) {
      case Bodies.Unpacked.Plain(var bytes) ->
          intake.take(sender.source(), sender.integration(), bytes.getBytes());
      case Bodies.Unpacked.TooLarge() -> IntakeAnswer.problem(tooLarge());
      case Bodies.Unpacked.Corrupt(var reason) ->
          intake.unreadable(sender.integration(), body.getBytes(), reason);
    };
  }

  private void fail(RoutingContext context) {
    if (context.statusCode() == 413) {
      tooLarge().send(context.response());
    } else if (context.failure() instanceof StoreUnavailable away) {
      Problem.unavailable("Nothing was kept: " + away.getMessage() + ". Send it again.")
          .send(context.response());
    } else {
      log.atError().setCause(context.failure()).log("Webhook failed");
      Problem.of(500, "Failed", "Nothing was kept. Send it again.").send(context.response());
    }
  }

  private static Problem tooLarge() {
    return Problem.of(
        413,
        "Too large",
        "A body may have 5 MiB, unpacked too. Nothing was kept. Set max_alerts at the sender.");
  }
}
