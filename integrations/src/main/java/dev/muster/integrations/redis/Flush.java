package dev.muster.integrations.redis;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.FlushMode;

/** {@code redis/flush}: every key goes. */
final class Flush implements RedisKind {

  @Override
  public String name() {
    return "redis/flush";
  }

  @Override
  public String about() {
    return "Takes every key of a database away, or of all of them; they are gone for good. Answers"
        + " removed and keys (those that have come since).";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional(
                "scope", Parameter.Type.TEXT, "The database at the url's end, or every one: all.")
            .oneOf("database", "all")
            .otherwise("database"));
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.DESTROYS;
  }

  @Override
  public String doing(Arguments with) {
    return isAll(with) ? "FLUSH every database of" : "FLUSH every key of";
  }

  @Override
  public Outcome on(Jedis redis, Attempt attempt) {
    var cluster = Facts.of(redis).cluster();
    if (cluster.isPresent()) {
      return cluster.get();
    }
    var all = isAll(attempt.with());
    var removed = keys(redis, all);
    if (all) {
      redis.flushAll(FlushMode.ASYNC);
    } else {
      redis.flushDB(FlushMode.ASYNC);
    }
    return new Outcome.Done(
        Map.of("removed", removed, "keys", keys(redis, all)),
        Words.count(removed, "key") + " removed");
  }

  @Override
  public Reconciled reconcile(Attempt attempt) throws InterruptedException {
    return RedisKind.look(
        attempt,
        redis -> {
          var left = keys(redis, isAll(attempt.with()));
          return left == 0
              ? new Reconciled.Happened(
                  new Outcome.Done(Map.of("removed", 0L, "keys", 0L), "there is no key"))
              : new Reconciled.Unknown(
                  "There are %d keys: not flushed, or come since.".formatted(left));
        });
  }

  private static boolean isAll(Arguments with) {
    return with.optionalText("scope").filter("all"::equals).isPresent();
  }

  /** Of every database as {@code INFO} counts them: {@code db0:keys=3,expires=0}. */
  private static long keys(Jedis redis, boolean all) {
    if (!all) {
      return redis.dbSize();
    }
    return Facts.of(redis).fields().entrySet().stream()
        .filter(it -> it.getKey().matches("db\\d+"))
        .mapToLong(it -> Long.parseLong(it.getValue().replaceAll("keys=(\\d+),.*", "$1")))
        .sum();
  }
}
