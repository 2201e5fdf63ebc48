package dev.muster.bot.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginRefusal;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.login.Proof;
import dev.muster.commands.login.Sessions;
import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.util.Optional;

/**
 * The sessions of the moment, so that not every live update asks the database. Whoever logs out is
 * out at once here, and on other replicas half a minute later. Thread-safe and blocking.
 */
final class OpenSessions {

  private static final int MOST = 10_000;
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final Sessions sessions;
  private final LoginWatch watch;

  /** By the hash of the token, so that a dump of our memory lets nobody in. */
  private final Cache<String, Proof> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  OpenSessions(Sessions sessions, LoginWatch watch) {
    this.sessions = sessions;
    this.watch = watch;
  }

  /** Whose it is. That it is nobody's is told once, not with every request. */
  Proof of(String shown, Source from) {
    var token = LoginToken.parse(shown);
    return token.isPresent()
        ? known.get(token.get().hash(), _ -> told(sessions.find(token.get()), from))
        : told(new Proof.Bad(LoginRefusal.SESSION_UNKNOWN, Optional.empty()), from);
  }

  void end(LoginToken token) {
    sessions.end(token);
    known.invalidate(token.hash());
  }

  /** Ends the session of somebody who is there no more. */
  void gone(String shown, PersonId person, Source from) {
    var bad = new Proof.Bad(LoginRefusal.PERSON_GONE, Optional.of(person));
    LoginToken.parse(shown)
        .ifPresent(token -> {
          sessions.end(token);
          known.put(token.hash(), told(bad, from));
        });
  }

  void forget() {
    known.invalidateAll();
  }

  private Proof told(Proof proof, Source from) {
    if (proof instanceof Proof.Bad bad) {
      watch.refused(bad, from);
    }
    return proof;
  }
}
