package dev.muster.integrations.redis;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;

/** {@code redis/scan-count}: how many keys a pattern has. */
final class ScanCount implements RedisKind {

  @Override
  public String name() {
    return "redis/scan-count";
  }

  @Override
  public String about() {
    return "Counts the keys of a pattern without stopping Redis (SCAN, never KEYS), which may count"
        + " one twice while many come and go; answers count, keys (all there are) and share.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL, Parameter.needed("pattern", Parameter.Type.TEXT, "As in KEYS: \"content:*\"."));
  }

  @Override
  public String doing(Arguments with) {
    return "count the keys %s in".formatted(with.optionalText("pattern").orElse("…"));
  }

  @Override
  public Outcome on(Jedis redis, Attempt attempt) throws InterruptedException {
    var cluster = Facts.of(redis).cluster();
    if (cluster.isPresent()) {
      return cluster.get();
    }
    var pattern = attempt.with().text("pattern");
    var count = new long[1];
    new Keys(redis, pattern)
        .each(keys -> {
          count[0] += keys.size();
          return true;
        });
    var keys = redis.dbSize();
    return new Outcome.Done(
        Map.of(
            "count", count[0], "keys", keys, "share", keys == 0 ? 0.0 : (double) count[0] / keys),
        "%d of %s".formatted(count[0], Words.count(keys, "key")));
  }
}
