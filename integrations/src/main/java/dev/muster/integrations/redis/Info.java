package dev.muster.integrations.redis;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import redis.clients.jedis.Jedis;

/** {@code redis/info}: how a Redis is. */
final class Info implements RedisKind {

  private static final List<String> SHOWN =
      List.of(
          "role",
          "used_memory_human",
          "maxmemory_human",
          "maxmemory_policy",
          "mem_fragmentation_ratio",
          "connected_clients",
          "blocked_clients",
          "evicted_keys",
          "expired_keys",
          "rejected_connections",
          "instantaneous_ops_per_sec",
          "master_link_status",
          "rdb_last_bgsave_status",
          "aof_last_write_status");

  @Override
  public String name() {
    return "redis/info";
  }

  @Override
  public String about() {
    return "Asks how a Redis is; answers version, role, uptime, keys, clients, maxClients,"
        + " usedMemory, maxMemory (0 is no limit), used (0.8 is 80 % of it), evicted, and fields"
        + " with all that INFO says.";
  }

  @Override
  public String doing(Arguments with) {
    return "ask how it is:";
  }

  @Override
  public Outcome on(Jedis redis, Attempt attempt) {
    var facts = Facts.of(redis);
    for (var field : SHOWN) {
      if (!facts.text(field).isEmpty()) {
        attempt.output().line(field + ": " + facts.text(field));
      }
    }
    var keys = redis.dbSize();
    var most = facts.number("maxmemory");
    var used = facts.number("used_memory");
    var result = new LinkedHashMap<String, Object>();
    result.put("version", facts.text("redis_version"));
    result.put("role", facts.text("role"));
    result.put("uptime", Duration.ofSeconds(facts.number("uptime_in_seconds")));
    result.put("keys", keys);
    result.put("clients", facts.number("connected_clients"));
    result.put("maxClients", facts.number("maxclients"));
    result.put("usedMemory", used);
    result.put("maxMemory", most);
    result.put("used", most == 0 ? 0.0 : (double) used / most);
    result.put("evicted", facts.number("evicted_keys"));
    result.put("fields", facts.values());
    return new Outcome.Done(result, words(facts, keys, used, most));
  }

  private static String words(Facts facts, long keys, long used, long most) {
    var limit =
        most == 0
            ? "without limit"
            : String.format(Locale.ROOT, "%.0f %% of its memory", 100.0 * used / most);
    return "%s, %s, %s, %s"
        .formatted(
            facts.text("role"), Words.count(keys, "key"), facts.text("used_memory_human"), limit);
  }
}
