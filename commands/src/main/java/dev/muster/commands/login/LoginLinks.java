package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes links by which people log in once, and says what they are good for. Thread-safe. */
public final class LoginLinks {

  public static final Duration LIFE = Duration.ofMinutes(15);

  private final LoginLinkStore store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public LoginLinks(LoginLinkStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public LoginToken make(PersonId person) {
    var token = LoginToken.random(random);
    var now = clock.instant();
    store.add(token.hash(), new LoginLink(person, now.plus(LIFE), false), now);
    return token;
  }

  /** Uses nothing up: programs that look through mail follow links. */
  public Proof look(LoginToken token) {
    var link = store.find(token.hash());
    if (link.isEmpty()) {
      return new Proof.Bad(LoginRefusal.LINK_UNKNOWN, Optional.empty());
    }
    var person = link.get().person();
    if (link.get().isUsed()) {
      return new Proof.Bad(LoginRefusal.LINK_USED, Optional.of(person));
    }
    return clock.instant().isBefore(link.get().expiresAt())
        ? new Proof.Good(person)
        : new Proof.Bad(LoginRefusal.LINK_EXPIRED, Optional.of(person));
  }

  /** Uses it up. Of two who try at once one gets in. */
  Proof use(LoginToken token) {
    var proof = look(token);
    return proof instanceof Proof.Good(var person) && !store.use(token.hash(), clock.instant())
        ? new Proof.Bad(LoginRefusal.LINK_USED, Optional.of(person))
        : proof;
  }
}
