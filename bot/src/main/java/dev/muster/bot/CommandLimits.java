package dev.muster.bot;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.people.PersonId;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** How many commands one person may run: bursts of thirty, ten a second. Thread-safe. */
final class CommandLimits implements Predicate<Invocation> {

  private static final int BURST = 30;
  private static final int PER_SECOND = 10;

  private final ConcurrentMap<PersonId, Bucket> buckets = new ConcurrentHashMap<>();

  @Override
  public boolean test(Invocation invocation) {
    return buckets.computeIfAbsent(invocation.actor().id(), _ -> full()).tryConsume(1);
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }
}
