package dev.muster.bot.http.slack;

import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.Problem;
import dev.muster.bot.http.RawBody;
import dev.muster.integrations.slack.http.SlackHttp;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /slack/events}: everything from Slack. */
public final class SlackRoutes {

  private static final Logger log = LoggerFactory.getLogger(SlackRoutes.class);
  private static final String PATH = "/slack/events";

  /** A modal has 250,000 characters at most, which its encoding makes more. */
  private static final int LIMIT = 2 * 1024 * 1024;

  private final SlackHttp slack;
  private final Blocking blocking;

  public SlackRoutes(SlackHttp slack, Blocking blocking) {
    this.slack = slack;
    this.blocking = blocking;
  }

  public void mount(Router router) {
    router.post(PATH).handler(this::take).failureHandler(SlackRoutes::fail);
  }

  private void take(RoutingContext context) {
    var headers = headers(context.request().headers());
    RawBody.read(context.request(), LIMIT)
        .compose(body -> body.isEmpty() ? tooLarge(context) : answer(context, body.get(), headers))
        .onFailure(context::fail);
  }

  private Future<Void> answer(
      RoutingContext context, Buffer body, Map<String, List<String>> headers) {
    return blocking
        .run(() -> slack.take(body.toString(), headers))
        .compose(answer ->
            context
                .response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", answer.type())
                .end(answer.body()));
  }

  private static Future<Void> tooLarge(RoutingContext context) {
    Problem.of(413, "Too large", "A body may have 2 MiB.").send(context.response());
    return Future.succeededFuture();
  }

  private static Map<String, List<String>> headers(MultiMap headers) {
    return headers.names().stream()
        .collect(Collectors.toMap(name -> name, headers::getAll, (first, _) -> first));
  }

  private static void fail(RoutingContext context) {
    if (context.response().closed()) {
      log.atInfo().log("Slack went away before it was answered");
      return;
    }
    log.atError().setCause(context.failure()).log("Something from Slack could not be taken");
    if (!context.response().ended()) {
      Problem.unavailable("Muster could not take this. Send it again.").send(context.response());
    }
  }
}
