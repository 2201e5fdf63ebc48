package dev.muster.bot.http.intake;

import dev.muster.bot.config.Senders;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.Problem;
import dev.muster.commands.alert.Fault;
import dev.muster.commands.delivery.Sender;
import dev.muster.integrations.sources.Sources;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code POST /v1/alerts/{source}}: from a sender's webhook to an answer that follows the commit.
 */
public final class IntakeRoutes {

  private static final String PATH = "/v1/alerts/:source";
  private static final String WAYS =
      "Send the key as Authorization: Bearer KEY, as the password of basic authentication, or as"
          + " ?key=KEY.";

  private final Senders senders;
  private final Intake intake;
  private final Webhooks webhooks;

  public IntakeRoutes(Senders senders, Intake intake, Blocking blocking) {
    this.senders = senders;
    this.intake = intake;
    this.webhooks = new Webhooks(intake, blocking);
  }

  public void mount(Router router) {
    router.post(PATH).handler(this::take).failureHandler(Webhooks::fail);
  }

  private void take(RoutingContext context) {
    identify(context).ifPresent(sender -> take(context, sender));
  }

  /** Before a byte of the body is read. Answers itself when it is nobody. */
  private Optional<Sender> identify(RoutingContext context) {
    var name = Objects.requireNonNullElse(context.pathParam("source"), "");
    if (!Sources.names().contains(name)) {
      var known = String.join(", ", Sources.names());
      Problem.of(404, "Unknown source", "There is no source " + name + ". Known: " + known + ".")
          .send(context.response());
      return Optional.empty();
    }
    var key = SenderKey.of(context.request());
    var sender = key.flatMap(shown -> senders.find(name, shown));
    if (sender.isEmpty()) {
      intake.refused(name);
      context.response().putHeader("WWW-Authenticate", "Bearer");
      (key.isEmpty() ? noKey() : wrongKey(name)).send(context.response());
    }
    return sender;
  }

  private void take(RoutingContext context, Sender sender) {
    webhooks
        .body(context.request())
        .compose(body -> answer(context, sender, body))
        .onSuccess(answer -> answer.send(context.response()))
        .onFailure(context::fail);
  }

  private Future<IntakeAnswer> answer(RoutingContext context, Sender sender, Bodies.Unpacked body) {
    return switch (body) {
      case Bodies.Unpacked.Plain(var bytes) ->
          webhooks.take(context, sender, orQuery(bytes, context)).map(IntakeAnswer::of);
      case Bodies.Unpacked.Corrupt(var bytes, var reason) ->
          webhooks.keep(sender, bytes, Fault.of(reason)).map(IntakeAnswer::of);
      case Bodies.Unpacked.TooLarge() -> Future.succeededFuture(IntakeAnswer.problem(tooLarge()));
      case Bodies.Unpacked.Foreign(var encoding) ->
          Future.succeededFuture(IntakeAnswer.problem(foreign(encoding)));
    };
  }

  /** Some senders can put what they say into the address only. The key is not part of it. */
  private static Buffer orQuery(Buffer body, RoutingContext context) {
    var query = context.request().query();
    return body.length() > 0 || query == null
        ? body
        : Buffer.buffer(
            Stream.of(query.split("&"))
                .filter(field -> !field.startsWith("key="))
                .collect(Collectors.joining("&")));
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

  private static Problem foreign(String encoding) {
    return Problem.of(
        415, "Unknown encoding", "Send the body plain or with gzip, not " + encoding + ".");
  }

  private static Problem tooLarge() {
    return Problem.of(
        413,
        "Too large",
        "A body may have 5 MiB, unpacked too. Nothing was kept. Set max_alerts at the sender.");
  }
}
