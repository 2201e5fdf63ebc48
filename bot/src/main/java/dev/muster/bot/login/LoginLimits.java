package dev.muster.bot.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.muster.bot.http.Allowance;
import dev.muster.bot.login.proxy.Asker;
import dev.muster.bot.login.proxy.TrustedProxy;
import dev.muster.bot.page.Knock;
import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How often one address may ask for a link, and how many links one person is sent. Whoever shares
 * an address with everybody, behind a proxy, must not shut them all out. Thread-safe.
 */
final class LoginLimits {

  private static final int MOST_PEERS = 10_000;
  private static final int TRIES = 30;
  private static final int SHARED_TRIES = 1_000;
  private static final int LINKS = 3;

  private final Cache<String, Allowance> peers =
      Caffeine.newBuilder().maximumSize(MOST_PEERS).expireAfterAccess(Duration.ofHours(1)).build();

  private final ConcurrentMap<PersonId, Allowance> people = new ConcurrentHashMap<>();
  private final Optional<TrustedProxy> proxy;
  private final InstantSource clock;

  /**
   * @param proxy whose word is taken for whom it forwards
   */
  LoginLimits(Optional<TrustedProxy> proxy, InstantSource clock) {
    this.proxy = proxy;
    this.clock = clock;
  }

  /** Thirty at once, then one every three seconds; far more where many may share the address. */
  boolean mayAsk(Knock knock) {
    var asker = Asker.of(knock.peer(), knock.header("X-Forwarded-For"), proxy);
    return peers.get(asker.address(), _ -> of(asker)).take();
  }

  /** Three at once, then one every five minutes. */
  boolean mayBeSent(PersonId person) {
    return people
        .computeIfAbsent(person, _ -> new Allowance(LINKS, Duration.ofMinutes(5), clock))
        .take();
  }

  private Allowance of(Asker asker) {
    return asker.isShared()
        ? new Allowance(SHARED_TRIES, Duration.ofMillis(50), clock)
        : new Allowance(TRIES, Duration.ofSeconds(3), clock);
  }
}
