package dev.muster.integrations.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.Trial;
import dev.muster.integrations.testing.real.RealRedis;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Reconciled;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds on Redis, on a real one with 100,000 keys. */
class RedisKindsTest {

  private static final int PAGES = 100_000;
  @AutoClose private static final RealRedis SERVER = RealRedis.start();

  private final Trial steps = as(RealRedis.PASSWORD);

  @BeforeEach
  void fill() {
    SERVER.fill(PAGES);
  }

  @Test
  void how_it_is() throws InterruptedException {
    var result = steps.result("redis/info", Map.of());

    assertThat(result)
        .containsEntry("role", "master")
        .containsEntry("keys", PAGES + 1L)
        .containsEntry("maxMemory", 1L << 30);
    assertThat((Double) result.get("used")).isBetween(0.001, 0.5);
    assertThat(Trial.map(result, "fields")).containsKey("redis_version");
    assertThat(steps.lines()).contains("role: master");
  }

  @Test
  void hits_since_the_start() throws InterruptedException {
    SERVER.ask(3, 1);

    assertThat(steps.result("redis/hit-rate", Map.of()))
        .containsEntry("rate", 0.75)
        .containsEntry("asked", 4L);
  }

  @Test
  void hits_over_a_window_hold_nothing_meanwhile() throws InterruptedException {
    SERVER.ask(0, 5);
    var with = Map.<String, Object>of("window", Duration.ofMinutes(1));

    var again = (Outcome.Again) steps.act("redis/hit-rate", with);
    SERVER.ask(9, 1);
    var done = (Outcome.Done) steps.act("redis/hit-rate", with, again.memory());

    assertThat(again.at()).isEqualTo(Instant.EPOCH.plusSeconds(60));
    assertThat(done.result()).containsEntry("rate", 0.9).containsEntry("asked", 10L);
  }

  @Test
  void a_restart_within_the_window_is_noticed() throws InterruptedException {
    var with = Map.<String, Object>of("window", Duration.ofMinutes(1));
    var before = Map.<String, Object>of("hits", 1_000_000L, "misses", 0L);

    assertThat(steps.act("redis/hit-rate", with, before)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void keys_are_counted_and_taken_away_by_pattern() throws InterruptedException {
    var pattern = Map.<String, Object>of("pattern", "content:*");

    assertThat(steps.result("redis/scan-count", pattern)).containsEntry("count", (long) PAGES);
    var result = steps.result("redis/unlink-pattern", pattern);

    assertThat(result).containsEntry("unlinked", (long) PAGES).containsEntry("keys", 1L);
    try (var redis = SERVER.connect()) {
      assertThat(redis.keys("*")).containsExactly("session:1");
      assertThat(redis.info("commandstats"))
          .contains("cmdstat_scan:", "cmdstat_unlink:")
          .doesNotContain("cmdstat_del:");
    }
  }

  @Test
  void no_more_are_taken_than_wanted() throws InterruptedException {
    var with = Map.<String, Object>of("pattern", "content:*", "max", 1_500L);

    assertThat(steps.result("redis/unlink-pattern", with))
        .containsEntry("unlinked", 1_500L)
        .containsEntry("keys", PAGES + 1L - 1_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "**", "?*", "[^]*", "", "*?*"})
  void everything_is_no_pattern(String pattern) throws InterruptedException {
    var failed = steps.failed("redis/unlink-pattern", Map.of("pattern", pattern));

    assertThat(failed.words()).contains("redis/flush");
    assertThat(steps.result("redis/info", Map.of())).containsEntry("keys", PAGES + 1L);
  }

  @Test
  void a_flush_takes_one_database_or_all() throws InterruptedException {
    try (var redis = SERVER.connect()) {
      redis.select(1);
      redis.set("elsewhere", "1");
    }
    var flush = steps.kind("redis/flush");
    var attempt = steps.attempt("redis/flush", Map.of(), Map.of());

    assertThat(flush.reconcile(attempt)).isInstanceOf(Reconciled.Unknown.class);
    assertThat(steps.result("redis/flush", Map.of())).containsEntry("removed", PAGES + 1L);
    assertThat(flush.reconcile(attempt)).isInstanceOf(Reconciled.Happened.class);
    assertThat(steps.result("redis/flush", Map.of("scope", "all"))).containsEntry("removed", 1L);
    assertThat(flush.effect(Arguments.NONE)).isEqualTo(Effect.DESTROYS);
    assertThat(flush.describe(attempt.with()))
        .isEqualTo("FLUSH every key of 127.0.0.1:%d/0".formatted(SERVER.port()));
  }

  @Test
  void who_is_not_let_in_and_what_does_not_run_are_told_apart() throws InterruptedException {
    var dead = Map.<String, Object>of("url", "redis://127.0.0.1:1");
    var nonsense = Map.<String, Object>of("url", "http://:%s@h".formatted(RealRedis.PASSWORD));

    assertThat(as("wrong").failed("redis/info", Map.of()).code()).isEqualTo("refused");
    assertThat(steps.failed("redis/info", dead).code()).isEqualTo("unreachable");
    assertThat(steps.failed("redis/info", nonsense).code()).isEqualTo("invalid");
  }

  @Test
  void a_replica_is_not_written_to() throws InterruptedException {
    try (var redis = SERVER.connect()) {
      redis.replicaof("127.0.0.1", 1);
      redis.configSet("replica-serve-stale-data", "yes");
      assertThat(steps.failed("redis/unlink-pattern", Map.of("pattern", "content:*")).code())
          .isEqualTo("read-only");
      redis.replicaofNoOne();
    }
  }

  private static Trial as(String password) {
    return new Trial(RedisKinds.all(), Map.of("url", SERVER.url(password)))
        .withSecret(RealRedis.PASSWORD);
  }
}
