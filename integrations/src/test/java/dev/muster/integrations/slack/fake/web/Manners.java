package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Answer;
import dev.muster.integrations.slack.fake.fault.Fault;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/** How an answer is given: at once, late, in drops, or not at all. */
final class Manners {

  private final Vertx vertx;

  Manners(Vertx vertx) {
    this.vertx = vertx;
  }

  void give(HttpServerRequest request, Reaction reaction) {
    switch (reaction.manner().orElse(null)) {
      case null -> send(request, reaction.answer());
      case Fault.Answers _ -> send(request, reaction.answer());
      case Fault.Resets _ -> reset(request);
      case Fault.Trickles(Duration howLong) -> trickle(request, reaction.answer(), howLong);
      case Fault.Hangs(Duration howLong, boolean done) ->
          vertx.setTimer(
              howLong.toMillis(),
              _ -> {
                if (done) {
                  send(request, reaction.answer());
                } else {
                  reset(request);
                }
              });
    }
  }

  /** With nothing lingering, closing is a reset and no orderly end. */
  void reset(HttpServerRequest request) {
    var connection = (ConnectionBase) request.connection();
    connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    connection.channel().close();
  }

  private static HttpServerResponse begin(HttpServerRequest request, Answer answer) {
    var response = request.response().setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    return response;
  }

  private static void send(HttpServerRequest request, Answer answer) {
    if (!request.response().closed()) {
      begin(request, answer).end(answer.body());
    }
  }

  private void trickle(HttpServerRequest request, Answer answer, Duration howLong) {
    var bytes = Buffer.buffer(answer.body());
    var response = begin(request, answer);
    response.putHeader("Content-Length", Integer.toString(bytes.length()));
    drop(response, bytes, 0, Math.max(1, howLong.toMillis() / bytes.length()));
  }

  private void drop(HttpServerResponse response, Buffer bytes, int at, long pause) {
    if (response.closed()) {
      return;
    }
    if (at == bytes.length()) {
      response.end();
      return;
    }
    response.write(bytes.slice(at, at + 1));
    vertx.setTimer(pause, _ -> drop(response, bytes, at + 1, pause));
  }
}
