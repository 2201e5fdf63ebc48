package dev.muster.bot.page;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Stream;

/** What every set of pages is made with. */
public record Pages(Frame frame, Exchange exchange, Navigation navigation) {

  /** Tells somebody in a page, or in the part of one that a script asked for. */
  public void notice(RoutingContext context, int status, String title, List<String> lines) {
    var told = Stream.concat(Stream.of(title), lines.stream()).toList();
    var way = new Frame.Way("/chat", "Open the chat");
    exchange.open(
        context, () -> frame.notice(status, title, lines, way), () -> frame.refusal(status, told));
  }
}
