package dev.muster.bot.page;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.List;

/** Takes forms only from our own pages, and only so much. */
public final class Forms {

  private static final int LARGEST_BYTES = 16 * 1024;

  private final Exchange exchange;
  private final Frame frame;

  public Forms(Pages pages) {
    this.exchange = pages.exchange();
    this.frame = pages.frame();
  }

  /** The same route, for forms. */
  public Route of(Route route) {
    return of(route, LARGEST_BYTES);
  }

  /** The same for forms that hold more. */
  public Route of(Route route, int largestBytes) {
    return route
        .handler((SecurityPolicyHandler) this::refuseOthers)
        .handler(BodyHandler.create(false).setBodyLimit(largestBytes))
        .failureHandler(this::refuseUnreadable);
  }

  private void refuseOthers(RoutingContext context) {
    if (Guard.isOurs(context.request())) {
      context.next();
      return;
    }
    var line = "This did not come from a page of Muster's. Nothing was done.";
    exchange.open(context, () -> frame.refusal(403, List.of(line)));
  }

  private void refuseUnreadable(RoutingContext context) {
    var isLong = context.statusCode() == 413;
    var line = isLong ? "That is too long to send." : "The form could not be read.";
    var lines = List.of(line + " Nothing was done; your text is kept.");
    exchange.open(context, () -> frame.refusal(isLong ? 413 : 400, lines));
  }
}
