package dev.muster.integrations.redis;

import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.kind.Reconciled;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** One connection, used and closed, and its faults in words. */
final class RedisVisit {

  private static final int CONNECT_MILLIS = 5_000;
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private RedisVisit() {}

  /** What is done with the connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Jedis redis) throws InterruptedException;
  }

  static Outcome act(Attempt attempt, boolean reads, Work<Outcome> work)
      throws InterruptedException {
    RedisTarget target;
    try {
      target = RedisTarget.of(attempt.with().text("url"));
    } catch (IllegalArgumentException e) {
      return new Failed("invalid", String.valueOf(e.getMessage()));
    }
    Jedis connected;
    try {
      connected = new Jedis(new HostAndPort(host(target), target.port()), config(target, attempt));
    } catch (JedisException e) {
      return connecting(target, e);
    }
    try (var redis = connected) {
      return working(target, redis, reads, work);
    }
  }

  static Reconciled look(Attempt attempt, Work<Reconciled> work) throws InterruptedException {
    var found = new AtomicReference<Reconciled>();
    var outcome =
        act(
            attempt,
            true,
            redis -> {
              found.set(work.on(redis));
              return new Failed("looked", "");
            });
    return Optional.ofNullable(found.get())
        .orElseGet(() -> new Reconciled.Unknown(outcome instanceof Failed it ? it.words() : ""));
  }

  private static Outcome working(RedisTarget target, Jedis redis, boolean reads, Work<Outcome> work)
      throws InterruptedException {
    try {
      return work.on(redis);
    } catch (JedisDataException e) {
      return refused(target, e);
    } catch (JedisException e) {
      if (Thread.interrupted() && reads) {
        throw new InterruptedException("stopped while Redis was asked");
      }
      var words = "The connection to Redis at %s was lost in the middle.".formatted(target);
      return reads
          ? new Failed("connection-lost", words + " Nothing was changed; try again.")
          : new Unclear("connection-lost", words + " Whether it was done is not known.");
    }
  }

  private static Failed connecting(RedisTarget target, JedisException e) {
    if (e instanceof JedisDataException data) {
      return refused(target, data);
    }
    var why =
        e instanceof JedisConnectionException && e.getCause() != null
            ? e.getCause().getClass().getSimpleName()
            : e.getClass().getSimpleName();
    return new Failed(
        "unreachable",
        "Cannot reach Redis at %s (%s). Does it run, does it want rediss://, and does the network let"
                .formatted(target, why)
            + " Muster in?");
  }

  private static Failed refused(RedisTarget target, JedisDataException e) {
    var said = String.valueOf(e.getMessage()).strip();
    return switch (said.split(" ", 2)[0]) {
      case "NOAUTH", "WRONGPASS" ->
          new Failed(
              "refused",
              "Redis at %s does not let this user in. Check user and password of the step's url."
                  .formatted(target));
      case "NOPERM" ->
          new Failed(
              "forbidden", "This user may not do that at %s: %s.".formatted(target, bounded(said)));
      case "READONLY" ->
          new Failed(
              "read-only", "%s is a replica: give the url of its primary.".formatted(target));
      case "LOADING", "BUSY", "MASTERDOWN" ->
          new Failed(
              "busy", "Redis at %s is busy: %s. Try again.".formatted(target, bounded(said)));
      default -> new Failed("redis", "%s refuses: %s.".formatted(target, bounded(said)));
    };
  }

  private static String bounded(String text) {
    var line = text.replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }

  private static String host(RedisTarget target) {
    return target.host().replaceAll("[\\[\\]]", "");
  }

  private static DefaultJedisClientConfig config(RedisTarget target, Attempt attempt) {
    var most = attempt.timeout().compareTo(ANSWER) < 0 ? attempt.timeout() : ANSWER;
    var config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis((int) Math.max(1, most.toMillis()))
            .database(target.database())
            .clientName("muster-run-" + attempt.run());
    if (target.isEncrypted()) {
      config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    if (!target.password().isEmpty()) {
      config.password(target.password());
      if (!target.user().isEmpty()) {
        config.user(target.user());
      }
    }
    return config.build();
  }
}
