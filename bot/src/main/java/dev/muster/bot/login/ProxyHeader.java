package dev.muster.bot.login;

import dev.muster.bot.login.proxy.TrustedProxy;
import dev.muster.bot.page.Caller;
import dev.muster.bot.page.Knock;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginNames;
import dev.muster.commands.login.LoginRefusal;
import dev.muster.commands.people.Person;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is by the word of the reverse proxy. It is believed by the address of its connection
 * alone; from anywhere else the header is a forgery.
 */
record ProxyHeader(TrustedProxy proxy, LoginNames names, LoginWatch watch) {

  private static final Caller FORGED =
      new Caller.Refused(
          401,
          "This is not how to log in",
          List.of(
              "The request says who you are, and did not come through the sign-in proxy."
                  + " Nothing was done, and it was noted.",
              "Open Muster by its usual address. If you did, whoever runs it adds the proxy's"
                  + " address to MUSTER_PROXY_ADDRESSES."));

  private static final Caller UNKNOWN =
      new Caller.Refused(
          403,
          "Muster does not know you",
          List.of(
              "The sign-in proxy knows you, but nobody in Muster's configuration has your address.",
              "Ask whoever keeps muster.yaml to add you under people, with that address as"
                  + " email."));

  /** Empty when no proxy says anything. */
  Optional<Caller> caller(Knock knock, Source from) {
    var said = knock.header(proxy.header());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    if (!proxy.isAt(knock.peer())) {
      watch.refused(LoginRefusal.PROXY_FORGED, Optional.empty(), from);
      return Optional.of(FORGED);
    }
    return said.stream().allMatch(String::isBlank)
        ? Optional.empty()
        : Optional.of(known(said, from));
  }

  /** Said twice it is not clear who said what. */
  private Caller known(List<String> said, Source from) {
    var person = said.size() == 1 ? names.named(said.getFirst().strip()) : Optional.<Person>empty();
    if (person.isEmpty()) {
      watch.refused(LoginRefusal.PROXY_UNKNOWN, Optional.empty(), from);
      return UNKNOWN;
    }
    return new Caller.Known(person.get(), Caller.Way.PROXY);
  }
}
