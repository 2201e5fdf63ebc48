package dev.muster.integrations.redis;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;

/** {@code redis/unlink-pattern}: takes the keys of a pattern away, batch by batch. */
final class UnlinkPattern implements RedisKind {

  private static final long SAID_EVERY = 50_000;

  @Override
  public String name() {
    return "redis/unlink-pattern";
  }

  @Override
  public String about() {
    return "Takes the keys of a pattern away without stopping Redis (SCAN and UNLINK in batches,"
        + " never KEYS); answers unlinked and keys (those that are left). For all keys there is"
        + " redis/flush.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed(
            "pattern", Parameter.Type.TEXT, "As in KEYS, but not all of them: \"content:*\"."),
        Parameter.optional("max", Parameter.Type.NUMBER, "Stops when it has taken so many: 10000.")
            .otherwise(10_000_000L));
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  /** Those that are gone are not there to be taken again. */
  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public String doing(Arguments with) {
    return "unlink the keys %s in".formatted(with.optionalText("pattern").orElse("…"));
  }

  @Override
  public Outcome on(Jedis redis, Attempt attempt) throws InterruptedException {
    var pattern = attempt.with().text("pattern");
    if (Keys.meansEverything(pattern)) {
      return new Outcome.Failed(
          "invalid",
          "The pattern %s means every key: for that there is redis/flush, which asks first."
              .formatted(pattern));
    }
    var cluster = Facts.of(redis).cluster();
    if (cluster.isPresent()) {
      return cluster.get();
    }
    var most = attempt.with().number("max");
    var unlinked = new long[1];
    new Keys(redis, pattern)
        .each(keys -> {
          var left = (int) Math.min(keys.size(), most - unlinked[0]);
          unlinked[0] += unlink(redis, keys.subList(0, left));
          say(attempt, unlinked[0], left);
          return unlinked[0] < most;
        });
    var keys = redis.dbSize();
    var stopped = unlinked[0] >= most ? ", stopped at max" : "";
    return new Outcome.Done(
        Map.of("unlinked", unlinked[0], "keys", keys),
        "%s unlinked, %d left%s".formatted(Words.count(unlinked[0], "key"), keys, stopped));
  }

  private static long unlink(Jedis redis, List<byte[]> keys) {
    return keys.isEmpty() ? 0 : redis.unlink(keys.toArray(byte[][]::new));
  }

  private static void say(Attempt attempt, long unlinked, int batch) {
    if (unlinked / SAID_EVERY > (unlinked - batch) / SAID_EVERY) {
      attempt.output().line(Words.count(unlinked, "key") + " unlinked");
    }
  }
}
