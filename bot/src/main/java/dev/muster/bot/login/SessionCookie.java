package dev.muster.bot.login;

import dev.muster.bot.page.Answer;
import dev.muster.bot.page.Knock;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.login.Session;
import java.util.Optional;

/**
 * The cookie of whoever is logged in. Over https its name keeps other hosts of the same domain, and
 * plain http, from setting it.
 */
record SessionCookie(boolean isSecure) {

  private static final String NAME = "muster-session";

  private String name() {
    return isSecure ? "__Host-" + NAME : NAME;
  }

  /** What a request shows; it may be anything. */
  Optional<String> shown(Knock knock) {
    return knock.cookie(name());
  }

  Answer set(Answer answer, LoginToken session) {
    return with(answer, session.text(), Session.LONGEST.toSeconds());
  }

  Answer forget(Answer answer) {
    return with(answer, "", 0);
  }

  private Answer with(Answer answer, String value, long seconds) {
    var secure = isSecure ? "; Secure" : "";
    var attributes = "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + secure;
    return answer.with("Set-Cookie", name() + "=" + value + attributes);
  }
}
