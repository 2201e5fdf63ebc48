package dev.muster.integrations.redis;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redis.clients.jedis.Jedis;

/** {@code redis/hit-rate}: how many of those who asked found something. */
final class HitRate implements RedisKind {

  private static final String HITS = "hits";
  private static final String MISSES = "misses";

  @Override
  public String name() {
    return "redis/hit-rate";
  }

  @Override
  public String about() {
    return "Answers rate (0.7 is 70 %; 1 if nobody asked), hits, misses and asked: since Redis"
        + " started, or over a window from now on, for which nothing is held.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional(
            "window",
            Parameter.Type.DURATION,
            "Counts what is asked from now on, for so long: 1m."));
  }

  @Override
  public String doing(Arguments with) {
    return with.has("window")
        ? "count hits for %s:".formatted(shown(with.duration("window")))
        : "ask for hits since the start:";
  }

  @Override
  public Outcome on(Jedis redis, Attempt attempt) {
    var facts = Facts.of(redis);
    var hits = facts.number("keyspace_hits");
    var misses = facts.number("keyspace_misses");
    if (!attempt.with().has("window")) {
      return done(hits, misses, "since it started");
    }
    var window = attempt.with().duration("window");
    var memory = attempt.memory();
    if (memory.isEmpty()) {
      return new Outcome.Again(
          attempt.started().plus(window),
          Map.of(HITS, hits, MISSES, misses),
          "counting for " + shown(window));
    }
    var newHits = hits - number(memory, HITS);
    var newMisses = misses - number(memory, MISSES);
    return newHits < 0 || newMisses < 0
        ? new Outcome.Failed(
            "restarted", "Redis began to count anew meanwhile: it was restarted. Count again.")
        : done(newHits, newMisses, "over " + shown(window));
  }

  private static long number(Map<String, Object> memory, String name) {
    return memory.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static Outcome.Done done(long hits, long misses, String when) {
    var asked = hits + misses;
    var rate = asked == 0 ? 1.0 : (double) hits / asked;
    var result = new LinkedHashMap<String, Object>();
    result.put("rate", rate);
    result.put(HITS, hits);
    result.put(MISSES, misses);
    result.put("asked", asked);
    var words =
        asked == 0
            ? "nobody asked " + when
            : String.format(Locale.ROOT, "%.1f %% of %d %s", 100 * rate, asked, when);
    return new Outcome.Done(result, words);
  }

  private static String shown(Duration window) {
    return window.toSeconds() + " s";
  }
}
