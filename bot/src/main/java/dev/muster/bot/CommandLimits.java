package dev.muster.bot;

import dev.muster.bot.http.Allowance;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Via;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * How many commands one person may run: bursts of thirty, ten a second, and each program of theirs
 * as many beside them. Thread-safe.
 */
final class CommandLimits implements Predicate<Invocation> {

  private static final int BURST = 30;
  private static final Duration EACH = Duration.ofMillis(100);

  private final ConcurrentMap<Asker, Allowance> allowances = new ConcurrentHashMap<>();
  private final InstantSource clock;

  CommandLimits(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean test(Invocation invocation) {
    var token = invocation.via().map(Via::token);
    var asker = new Asker(invocation.actor().id(), token);
    return allowances.computeIfAbsent(asker, _ -> new Allowance(BURST, EACH, clock)).take();
  }

  private record Asker(PersonId person, Optional<String> token) {}
}
