package dev.muster.integrations.redis;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.Jedis;

/** A kind that works on one Redis over one connection, which is there for this attempt only. */
interface RedisKind extends Kind {

  Parameter URL =
      Parameter.needed(
          "url",
          Parameter.Type.TEXT,
          "The Redis: redis://user:password@host:6379/0, or rediss:// with TLS. From an input of"
              + " type secret: \"${{ inputs.redisUrl }}\".");

  /** Does it. Whatever it throws is answered in words. */
  Outcome on(Jedis redis, Attempt attempt) throws InterruptedException;

  /** The rest of a preview's line. */
  String doing(Arguments with);

  @Override
  default List<Parameter> parameters() {
    return List.of(URL);
  }

  /** Of whatever can go wrong between any step and its Redis, and with what it asks for. */
  @Override
  default Set<String> codes() {
    return Set.of(
        "invalid",
        "unreachable",
        "refused",
        "connection-lost",
        "forbidden",
        "read-only",
        "busy",
        "redis",
        "cluster",
        "restarted");
  }

  @Override
  default Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  default String describe(Arguments with) {
    return doing(with) + " " + RedisTarget.shown(with);
  }

  @Override
  default Outcome act(Attempt attempt) throws InterruptedException {
    return RedisVisit.act(attempt, effect(attempt.with()).readsOnly(), it -> on(it, attempt));
  }

  /** Looks with a connection of its own; what cannot be reached settles nothing. */
  static Reconciled look(Attempt attempt, RedisVisit.Work<Reconciled> work)
      throws InterruptedException {
    return RedisVisit.look(attempt, work);
  }
}
