package dev.muster.bot.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Measures how long senders wait for their answer, which follows the commit. */
public final class IntakeTiming {

  private static final Duration[] BUCKETS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final ConcurrentMap<Integer, Timer> timers = new ConcurrentHashMap<>();

  public IntakeTiming(MeterRegistry registry) {
    this.registry = registry;
    var _ = timer(202);
  }

  /** Call it before the routes that answer. */
  public void mount(Router router) {
    router.route("/v1/alerts/*").handler(this::measure);
    router.route("/v2/*").handler(this::measure);
  }

  private void measure(RoutingContext context) {
    var sample = Timer.start(registry);
    context.addEndHandler(ended -> {
      if (ended.succeeded()) {
        sample.stop(timer(context.response().getStatusCode()));
      }
    });
    context.next();
  }

  private Timer timer(int status) {
    return timers.computeIfAbsent(
        status,
        _ ->
            Timer.builder("muster.intake")
                .description("From the head of a webhook to the end of its answer")
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry));
  }
}
