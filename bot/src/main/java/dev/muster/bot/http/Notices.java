package dev.muster.bot.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Tells people in a page of ours what is the matter. */
@FunctionalInterface
public interface Notices {

  void show(RoutingContext context, int status, String title, List<String> lines);
}
