package dev.muster.bot.login;

import dev.muster.bot.chat.view.Links;
import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Caller;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Gate;
import dev.muster.bot.page.Knock;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.Proof;
import dev.muster.commands.people.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outside the demo people are who the sign-in proxy or their session says. Thread-safe. */
final class LoginGate implements Gate {

  /** Whoever came for no page in particular is not sent back to one. */
  private static final List<String> FIRST_PAGES = List.of("/", "/chat");

  private final Frame frame;
  private final Directory directory;
  private final OpenSessions sessions;
  private final SessionCookie cookie;
  private final Optional<ProxyHeader> proxy;

  LoginGate(
      Frame frame,
      Directory directory,
      OpenSessions sessions,
      SessionCookie cookie,
      Optional<ProxyHeader> proxy) {
    this.frame = frame;
    this.directory = directory;
    this.sessions = sessions;
    this.cookie = cookie;
    this.proxy = proxy;
  }

  @Override
  public Caller caller(Knock knock) {
    var from = new Source(knock.requestId(), knock.peer());
    return proxy.flatMap(it -> it.caller(knock, from)).orElseGet(() -> bySession(knock, from));
  }

  @Override
  public Answer strangersPage(Map<String, String> values) {
    var next = values.getOrDefault("next", "/");
    var login = FIRST_PAGES.contains(next) ? "/login" : Links.with("/login", "next", next);
    return cookie.forget(Answer.seeOther(login));
  }

  @Override
  public Answer strangersPart() {
    return frame.refusal(
        401, List.of("You are logged out. Your text is kept: load this page anew to log in."));
  }

  private Caller bySession(Knock knock, Source from) {
    return cookie.shown(knock).flatMap(shown -> known(shown, from)).orElseGet(Caller.Stranger::new);
  }

  private Optional<Caller> known(String shown, Source from) {
    if (!(sessions.of(shown, from) instanceof Proof.Good(var id))) {
      return Optional.empty();
    }
    var person = directory.find(id);
    if (person.isEmpty()) {
      sessions.gone(shown, id, from);
    }
    return person.map(it -> new Caller.Known(it, Caller.Way.SESSION));
  }
}
