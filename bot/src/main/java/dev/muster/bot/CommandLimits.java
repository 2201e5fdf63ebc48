package dev.muster.bot;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Via;
import io.github.bucket4j.Bucket;
import java.time.Duration;
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
  private static final int PER_SECOND = 10;

  private final ConcurrentMap<Asker, Bucket> buckets = new ConcurrentHashMap<>();

  @Override
  public boolean test(Invocation invocation) {
    var token = invocation.via().map(Via::token);
    var asker = new Asker(invocation.actor().id(), token);
    return buckets.computeIfAbsent(asker, _ -> full()).tryConsume(1);
  }

  private record Asker(PersonId person, Optional<String> token) {}

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }
}
