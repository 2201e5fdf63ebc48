package dev.muster.bot.login;

import dev.muster.bot.page.Caller;
import dev.muster.bot.page.Exchange.Visitor;
import dev.muster.bot.page.Forms;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Gate;
import dev.muster.bot.page.Pages;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import io.vertx.ext.web.Router;
import java.util.Collection;
import java.util.List;

/** In the demo everybody picks who they are, as often as they like. */
public final class DemoEntrance implements Entrance {

  private final Directory directory;

  public DemoEntrance(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Gate gate(Frame frame) {
    return new DemoGate(frame, directory);
  }

  @Override
  public void mount(Router router, Pages pages) {
    var gate = new DemoGate(pages.frame(), directory);
    var exchange = pages.exchange();
    for (var path : List.of("/login", "/chat/who")) {
      router
          .get(path)
          .handler(
              context -> exchange.visitor(context, it -> gate.choice(it.values(), current(it))));
    }
    new Forms(pages)
        .of(router.post("/chat/who"))
        .handler(context -> exchange.visitor(context, it -> gate.pick(it.values())));
  }

  /** Nobody stays: who somebody is stands in their cookie and is looked up each time. */
  @Override
  public void keepOnly(Collection<PersonId> people) {}

  private static String current(Visitor visitor) {
    return visitor.caller() instanceof Caller.Known(var person, _) ? person.id().value() : "";
  }
}
