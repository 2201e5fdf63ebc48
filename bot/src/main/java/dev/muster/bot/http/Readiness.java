package dev.muster.bot.http;

import io.vertx.ext.web.RoutingContext;

/** Whether Muster can take work yet, and whether it still does. Thread-safe. */
public final class Readiness {

  private volatile String reason = "Muster is starting";

  /** From now on everything is served. */
  public void ready() {
    reason = "";
  }

  public void notReady(String why) {
    reason = why;
  }

  public boolean isReady() {
    return reason.isEmpty();
  }

  public String reason() {
    return reason;
  }

  /** Lets requests through once ready; tells the others to come again. */
  public void gate(RoutingContext context) {
    if (isReady()) {
      context.next();
    } else {
      Problem.unavailable(reason + ". Try again in a few seconds.").send(context.response());
    }
  }
}
