package dev.muster.bot.http;

import io.vertx.core.http.HttpServerRequest;

/** Who is at the other end of a connection. */
public final class Peer {

  private Peer() {}

  /** The address there, whatever headers say. */
  public static String of(HttpServerRequest request) {
    var address = request.connection().remoteAddress();
    var host = address == null ? null : address.hostAddress();
    return host == null ? "unknown" : host;
  }
}
