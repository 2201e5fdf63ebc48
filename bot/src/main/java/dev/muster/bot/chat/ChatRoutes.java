package dev.muster.bot.chat;

import dev.muster.bot.chat.live.LiveStreams;
import dev.muster.bot.page.Caller;
import dev.muster.bot.page.Forms;
import dev.muster.bot.page.Guard;
import dev.muster.bot.page.Knock;
import dev.muster.bot.page.Pages;
import dev.muster.commands.asking.Completions;
import dev.muster.commands.people.Directory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The addresses of the built-in chat. Close it to end the live streams. */
public final class ChatRoutes implements AutoCloseable {

  private static final int FILLED_BYTES = 128 * 1024;

  private final Pages pages;
  private final ChatPage page;
  private final Speaking speaking;
  private final Filling filling;
  private final Completion completion;
  private final LiveStreams streams;

  public ChatRoutes(Vertx vertx, Pages pages, ChatServices services, Directory directory) {
    var frame = pages.frame();
    this.pages = pages;
    page = new ChatPage(frame, services, directory, pages.navigation());
    speaking = new Speaking(frame, page, services, pages.navigation()::names);
    filling = new Filling(services.router(), speaking);
    completion =
        new Completion(frame, new Completions(services.table(), directory, services.clock()));
    streams = new LiveStreams(vertx, services.live());
  }

  /** How many pages are open and listen. */
  public int openStreams() {
    return streams.count();
  }

  /** Adds the routes and begins to listen for live updates. */
  public void mount(Router router) {
    listen();
    var exchange = pages.exchange();
    var forms = new Forms(pages);
    router.get("/chat").handler(context -> exchange.page(context, page::show));
    router.get("/chat/messages/:id").handler(context -> exchange.part(context, page::message));
    router.get("/chat/complete").handler(context -> exchange.part(context, completion::options));
    router.get("/live").handler(this::stream);
    forms.of(router.post("/chat/send")).handler(context -> exchange.part(context, speaking::send));
    forms.of(router.post("/chat/run")).handler(context -> exchange.part(context, speaking::run));
    forms
        .of(router.post("/chat/form"), FILLED_BYTES)
        .handler(context -> exchange.part(context, filling::send));
  }

  void listen() {
    streams.start();
  }

  @Override
  public void close() {
    streams.close();
  }

  /** Lasts as long as whoever listens is let in: they may log out, or leave. */
  private void stream(RoutingContext context) {
    var response = context.response();
    Guard.protect(response);
    var knock = pages.exchange().knock(context);
    var channel = Objects.requireNonNullElse(context.queryParams().get("channel"), "");
    isKnown(knock)
        .onFailure(_ -> response.setStatusCode(503).putHeader("Retry-After", "5").end())
        .onSuccess(isKnown -> {
          if (isKnown) {
            streams.serve(response, channel, () -> isKnown(knock));
          } else {
            response.setStatusCode(401).end();
          }
        });
  }

  private Future<Boolean> isKnown(Knock knock) {
    return pages.exchange().caller(knock).map(Caller.Known.class::isInstance);
  }
}
