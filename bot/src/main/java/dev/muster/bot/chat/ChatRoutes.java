package dev.muster.bot.chat;

import dev.muster.bot.chat.live.LiveStreams;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.page.Assets;
import dev.muster.bot.page.Exchange;
import dev.muster.bot.page.Failures;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Gate;
import dev.muster.bot.page.Guard;
import dev.muster.bot.page.Navigation;
import dev.muster.bot.page.Pages;
import dev.muster.commands.people.Directory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The addresses of the built-in chat. Close it to end the live streams. */
public final class ChatRoutes implements AutoCloseable {

  private static final int LARGEST_FORM_BYTES = 16 * 1024;

  private final Assets assets = new Assets();
  private final Frame frame;
  private final Gate gate;
  private final Exchange exchange;
  private final Navigation navigation;
  private final ChatPage page;
  private final Speaking speaking;
  private final Completion completion;
  private final LiveStreams streams;

  public ChatRoutes(
      Vertx vertx,
      Blocking blocking,
      ChatServices services,
      Directory directory,
      Supplier<ChatSettings> settings) {
    Supplier<List<String>> channels = () -> settings.get().channels();
    frame = new Frame(assets.prefix(), () -> settings.get().team());
    gate = new Gate(frame, directory, settings.get().isDemo());
    exchange = new Exchange(blocking, gate, new Failures(frame));
    navigation = new Navigation(services.history(), channels);
    page = new ChatPage(frame, services, directory, navigation);
    speaking = new Speaking(frame, page, services, channels);
    completion = new Completion(frame, services.table(), directory);
    streams = new LiveStreams(vertx, services.live());
  }

  /** How many pages are open and listen. */
  public int openStreams() {
    return streams.count();
  }

  /** What other pages of the same site are made with. */
  public Pages pages() {
    return new Pages(frame, exchange, navigation);
  }

  /** What a page needs even while nothing else is served. */
  public void mountAssets(Router router) {
    router.get("/assets/:version/:file").handler(assets::serve);
  }

  /** Tells somebody in a page, or in the part of one that a script asked for. */
  public void notice(RoutingContext context, int status, String title, List<String> lines) {
    var told = Stream.concat(Stream.of(title), lines.stream()).toList();
    var way = new Frame.Way("/chat", "Open the chat");
    exchange.open(
        context, () -> frame.notice(status, title, lines, way), () -> frame.refusal(status, told));
  }

  /** Adds the routes and begins to listen for live updates. */
  public void mount(Router router) {
    listen();
    router.get("/login").handler(context -> exchange.open(context, gate::login));
    router.get("/chat").handler(context -> exchange.page(context, page::show));
    router.get("/chat/who").handler(this::who);
    router.get("/chat/messages/:id").handler(context -> exchange.part(context, page::message));
    router.get("/chat/complete").handler(context -> exchange.part(context, completion::options));
    router.get("/live").handler(this::stream);
    form(router.post("/chat/who")).handler(this::pick);
    form(router.post("/chat/send")).handler(context -> exchange.part(context, speaking::send));
    form(router.post("/chat/run")).handler(context -> exchange.part(context, speaking::run));
  }

  void listen() {
    streams.start();
  }

  @Override
  public void close() {
    streams.close();
  }

  /** Only from our own pages, and only so much. */
  private Route form(Route route) {
    return route
        .handler((SecurityPolicyHandler) this::refuseOthers)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM_BYTES))
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

  private void who(RoutingContext context) {
    var current = exchange.person(context).map(person -> person.id().value()).orElse("");
    var values = exchange.values(context);
    exchange.open(context, () -> gate.choice(values, current));
  }

  private void pick(RoutingContext context) {
    var values = exchange.values(context);
    exchange.open(context, () -> gate.pick(values));
  }

  private void stream(RoutingContext context) {
    Guard.protect(context.response());
    if (exchange.person(context).isEmpty()) {
      context.response().setStatusCode(401).end();
      return;
    }
    var channel = context.queryParams().get("channel");
    streams.serve(context.response(), channel == null ? "" : channel);
  }
}
