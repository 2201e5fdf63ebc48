package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Begins, finds and ends the sessions of people who logged in. Thread-safe. */
public final class Sessions {

  /** That somebody was here is noted no more often. */
  private static final Duration NOTED = Duration.ofHours(1);

  private final SessionStore store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Sessions(SessionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  LoginToken begin(PersonId person) {
    var token = LoginToken.random(random);
    var now = clock.instant();
    store.add(token.hash(), new Session(person, now, now), now.minus(Session.LONGEST));
    return token;
  }

  /** Whose it is, and notes that they were here. */
  public Proof find(LoginToken token) {
    var session = store.find(token.hash());
    if (session.isEmpty()) {
      return new Proof.Bad(LoginRefusal.SESSION_UNKNOWN, Optional.empty());
    }
    var now = clock.instant();
    var person = session.get().person();
    if (session.get().isOver(now)) {
      return new Proof.Bad(LoginRefusal.SESSION_EXPIRED, Optional.of(person));
    }
    if (session.get().seenAt().plus(NOTED).isBefore(now)) {
      store.seen(token.hash(), now);
    }
    return new Proof.Good(person);
  }

  public void end(LoginToken token) {
    store.end(token.hash());
  }
}
