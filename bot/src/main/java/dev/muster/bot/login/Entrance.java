package dev.muster.bot.login;

import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Gate;
import dev.muster.bot.page.Pages;
import dev.muster.commands.people.PersonId;
import io.vertx.ext.web.Router;
import java.util.Collection;

/** How people come in. */
public interface Entrance {

  Gate gate(Frame frame);

  /** Adds the pages on which people say who they are. */
  void mount(Router router, Pages pages);

  /** Shuts out everybody else, who may have been let in before. Blocking. */
  void keepOnly(Collection<PersonId> people);
}
