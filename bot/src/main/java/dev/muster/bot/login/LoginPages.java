package dev.muster.bot.login;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Caller;
import dev.muster.bot.page.Exchange.Visitor;
import dev.muster.bot.page.Frame;
import dev.muster.bot.page.Visit;
import dev.muster.commands.login.LogIn;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginRefusal;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.login.Proof;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages on which people log in and out. Blocking. */
final class LoginPages {

  private static final int LONGEST_NAME = 200;

  private final Frame frame;
  private final LoginParts parts;

  LoginPages(Frame frame, LoginParts parts) {
    this.frame = frame;
    this.parts = parts;
  }

  /** Asks who somebody is. */
  Answer form(Visitor visitor) {
    if (visitor.caller() instanceof Caller.Known) {
      return Answer.seeOther(next(visitor));
    }
    return Answer.page(200, form(visitor, ""));
  }

  /** Sends a link, if it is somebody, and says the same to everybody. */
  Answer ask(Visitor visitor) {
    if (!parts.limits().mayAsk(visitor.knock())) {
      return tooMany();
    }
    var name = visitor.value("name");
    if (name.isEmpty() || name.length() > LONGEST_NAME || parts.sending().isEmpty()) {
      var problem = "Write your id, such as devops, or your e-mail address.";
      return Answer.page(400, form(visitor, problem));
    }
    var hasTrouble = hasTrouble();
    parts.sending().get().ask(name, goOn(visitor), source(visitor));
    return Answer.page(
        200,
        hasTrouble
            ? frame.page("login-trouble", "Mail has trouble at the moment", Map.of())
            : frame.page("login-asked", "Look into your mail", Map.of()));
  }

  /**
   * What opening a link shows: a button, since programs open links too. Nobody guesses a token, so
   * there is no limit that others could use up for whoever has one.
   */
  Answer show(Visitor visitor) {
    var token = LoginToken.parse(visitor.value("token"));
    var proof = token.map(parts.logIn()::look).orElseGet(LoginPages::unknown);
    return switch (proof) {
      case Proof.Bad bad -> dead(visitor, bad);
      case Proof.Good(var id) -> confirm(visitor, id, token.orElseThrow());
    };
  }

  /** Uses the link up; without a limit, too. */
  Answer enter(Visitor visitor) {
    var token = LoginToken.parse(visitor.value("token"));
    if (token.isEmpty()) {
      return dead(visitor, unknown());
    }
    return switch (parts.logIn().by(token.get(), source(visitor))) {
      case LogIn.Outcome.Out(var bad) -> dead(visitor, bad);
      case LogIn.Outcome.In(_, var session) -> {
        endOwn(visitor);
        yield parts.cookie().set(Answer.seeOther(next(visitor)), session);
      }
    };
  }

  Answer leave(Visitor visitor) {
    endOwn(visitor);
    if (visitor.caller() instanceof Caller.Known(var person, _)) {
      parts.watch().audit().record("logout", "done", Optional.of(person.id()), source(visitor));
    }
    return parts.cookie().forget(Answer.seeOther("/login"));
  }

  private String form(Visitor visitor, String problem) {
    var model =
        Map.<String, Object>of(
            "next", next(visitor),
            "canSend", parts.sending().isPresent(),
            "hasTrouble", hasTrouble(),
            "problem", problem);
    return frame.page("login", "Log in", model);
  }

  /** As it was before this visitor asked, so that it says nothing of them. */
  private boolean hasTrouble() {
    return parts.sending().filter(LinkSending::hasTrouble).isPresent();
  }

  private Answer confirm(Visitor visitor, PersonId id, LoginToken token) {
    var name = parts.directory().find(id).map(Person::name).orElse(id.value());
    var model = Map.of("person", name, "token", token.text(), "next", next(visitor));
    return Answer.page(200, frame.page("login-confirm", "Log in", model));
  }

  private Answer dead(Visitor visitor, Proof.Bad why) {
    parts.watch().refused(why, source(visitor));
    var me = visitor.caller() instanceof Caller.Known(var person, _) ? person.name() : "";
    var model = Map.of("me", me, "next", next(visitor), "canSend", parts.sending().isPresent());
    return Answer.page(410, frame.page("login-dead", "This link no longer works", model));
  }

  private Answer tooMany() {
    var lines =
        List.of(
            "No link was sent. Wait a minute, then ask again.",
            "A link that you already have still works.");
    return frame
        .notice(429, "Too many tries from your address", lines, new Frame.Way("/login", "Log in"))
        .with("Retry-After", "60");
  }

  private void endOwn(Visitor visitor) {
    parts
        .cookie()
        .shown(visitor.knock())
        .flatMap(LoginToken::parse)
        .ifPresent(parts.sessions()::end);
  }

  private static Proof.Bad unknown() {
    return new Proof.Bad(LoginRefusal.LINK_UNKNOWN, Optional.empty());
  }

  private static Source source(Visitor visitor) {
    return new Source(visitor.knock().requestId(), visitor.knock().peer());
  }

  private static String next(Visitor visitor) {
    return Visit.next(visitor.values()).orElse("/");
  }

  /** Empty for the first page, so that its link is short. */
  private static String goOn(Visitor visitor) {
    var next = next(visitor);
    return next.equals("/") ? "" : next;
  }
}
