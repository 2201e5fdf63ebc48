package dev.muster.integrations.slack.fake.delivery;

import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Workspace;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Optional;

/** What goes over a socket. */
final class Frames {

  private Frames() {}

  static String hello(int connections) {
    var hello = Json.object().put("type", "hello").put("num_connections", connections);
    hello.putObject("connection_info").put("app_id", Workspace.APP);
    var debug = hello.putObject("debug_info").put("host", "applink-fake");
    debug.put("build_number", 10).put("approximate_connection_time", 18060);
    return hello.toString();
  }

  static String disconnect(String reason) {
    var frame = Json.object().put("type", "disconnect").put("reason", reason);
    frame.putObject("debug_info").put("host", "applink-fake");
    return frame.toString();
  }

  static String envelope(String id, Parcel parcel, Optional<Delivery.Retry> retry) {
    var frame = Json.object().put("envelope_id", id).put("type", parcel.sort().envelope());
    frame.put("accepts_response_payload", parcel.sort() != Parcel.Sort.EVENT);
    if (parcel.sort() == Parcel.Sort.EVENT) {
      frame.put("retry_attempt", retry.map(Delivery.Retry::number).orElse(0));
      frame.put("retry_reason", retry.map(Delivery.Retry::reason).orElse(""));
    }
    return frame.set("payload", parcel.payload()).toString();
  }

  /** The first half of a message, of which the other never comes. */
  static Future<Void> begin(ServerWebSocket socket, String text) {
    return socket.writeFrame(WebSocketFrame.textFrame(text.substring(0, text.length() / 2), false));
  }

  /** A reset instead of a closing frame, unless the app was faster and closed it. */
  static void breakOff(ServerWebSocket socket) {
    var channel = ((WebSocketInternal) socket).channelHandlerContext().channel();
    try {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    } catch (ChannelException closed) {
      return;
    }
    channel.close();
  }
}
