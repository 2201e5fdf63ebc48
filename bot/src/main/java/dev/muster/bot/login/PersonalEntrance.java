package dev.muster.bot.login;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Exchange;
import dev.muster.bot.page.Exchange.Visitor;
import dev.muster.bot.page.Forms;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Gate;
import dev.muster.bot.page.Pages;
import dev.muster.commands.people.PersonId;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Outside the demo people log in, by a link or through a reverse proxy. */
public final class PersonalEntrance implements Entrance {

  private final LoginServices services;
  private final LoginParts parts;
  private final Optional<ProxyHeader> proxy;

  public PersonalEntrance(LoginServices services, LoginSettings settings) {
    this.services = services;
    this.parts = LoginParts.of(services, settings);
    this.proxy =
        settings
            .proxy()
            .map(trusted -> new ProxyHeader(trusted, services.people().names(), parts.watch()));
  }

  @Override
  public Gate gate(Frame frame) {
    return new LoginGate(frame, parts.directory(), parts.sessions(), parts.cookie(), proxy);
  }

  @Override
  public void mount(Router router, Pages pages) {
    var login = new LoginPages(pages.frame(), parts);
    var exchange = pages.exchange();
    var forms = new Forms(pages);
    router.get("/login").handler(visitor(exchange, login::form));
    forms.of(router.post("/login")).handler(visitor(exchange, login::ask));
    router.get("/login/:token").handler(visitor(exchange, login::show));
    forms.of(router.post("/login/:token")).handler(visitor(exchange, login::enter));
    forms.of(router.post("/logout")).handler(visitor(exchange, login::leave));
  }

  @Override
  public void keepOnly(Collection<PersonId> people) {
    services
        .kept()
        .transactions()
        .inTransaction(() -> {
          services.kept().links().keepOnly(people);
          services.kept().sessions().keepOnly(people);
        });
    parts.sessions().forget();
  }

  private static Handler<RoutingContext> visitor(
      Exchange exchange, Function<Visitor, Answer> work) {
    return context -> exchange.visitor(context, work);
  }
}
