package dev.muster.bot;

import dev.muster.bot.health.StoredFigures;
import dev.muster.bot.health.Trouble;
import dev.muster.bot.http.Readiness;
import dev.muster.bot.slack.SlackDoor;
import dev.muster.commands.intake.GroupCommit;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.figures.PostgresFigures;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.integrations.postgres.run.post.RunPostTask;
import dev.muster.integrations.postgres.work.Upkeep;
import dev.muster.integrations.postgres.work.WorkListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What Muster measures of itself. */
record Metrics(PrometheusMeterRegistry registry, StoredFigures stored) implements WorkListener {

  /** Told of from the start, so that a first failure is seen as a rise from nothing. */
  private static final Set<String> TASKS =
      Set.of(
          WorkRows.BROKEN_GLASS,
          WorkRows.REFRESH_POST,
          WorkRows.THREAD_REPLY,
          WorkRows.OWN_CHANNEL,
          WorkRows.SEND_MAIL,
          WorkRows.SILENCE,
          WorkRows.OWED_ANSWER,
          RunSchedule.TASK,
          RunPostTask.NAME,
          Upkeep.NAME);

  private static final String FAILURES = "muster.work.failures";
  private static final String GIVEN_UP = "muster.work.given.up";

  static Metrics of(Stores stores) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    gc(registry);
    stores.database().pool().setMetricRegistry(registry);
    stores.intake().database().pool().setMetricRegistry(registry);
    stores.workPool().setMetricRegistry(registry);
    var figures = new PostgresFigures(stores.database(), InstantSource.system());
    var metrics = new Metrics(registry, new StoredFigures(figures, TASKS, registry));
    TASKS.forEach(task -> {
      metrics.counter(FAILURES, task);
      metrics.counter(GIVEN_UP, task);
    });
    Gauge.builder("muster.build.info", () -> 1)
        .tag("version", Version.current())
        .register(registry);
    return metrics;
  }

  /** What Prometheus reads; asks the database too. */
  String scrape() {
    stored.refresh();
    return registry.scrape();
  }

  /** Begins to measure what waits, who listens, and whether anybody should come. */
  void watch(Services services, Readiness readiness, Supplier<Integer> streams) {
    var commit = services.commit();
    gauge("muster.ready", "Whether it is ready", () -> readiness.isReady() ? 1 : 0);
    gauge("muster.live.streams", "Pages that are open and listen", streams::get);
    gauge(
        "muster.intake.waiting",
        "Webhooks that wait for their commit",
        () -> commit.progress().waiting());
    gauge(
        "muster.intake.waiting.seconds",
        "How long the oldest of them has waited",
        () -> age(commit.progress(), services.clock()));
    FunctionCounter.builder("muster.intake.commits", commit, it -> it.progress().commits())
        .description("Commits of webhooks, each of a group")
        .register(registry);
    FunctionCounter.builder("muster.intake.committed", commit, it -> it.progress().webhooks())
        .description("Webhooks in these commits: divided by them, how large a group is")
        .register(registry);
  }

  /** Counts what somebody has to mend. */
  void watch(Supplier<List<Trouble>> troubles) {
    gauge("muster.troubles", "What somebody has to mend", () -> troubles.get().size());
  }

  /** Sees whether Slack reaches us. */
  void watch(SlackDoor door, InstantSource clock) {
    if (door.http().isPresent()) {
      var http = door.http().get();
      gauge(
          "muster.slack.heard.seconds",
          "How long ago Slack called",
          () ->
              http.lastSigned()
                  .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
                  .orElse(Double.NaN));
    } else {
      gauge(
          "muster.slack.socket.open",
          "Whether Slack can bring something",
          () -> door.isSocketOpen().orElse(false) ? 1 : 0);
    }
  }

  @Override
  public void failed(String task) {
    counter(FAILURES, task).increment();
  }

  @Override
  public void givenUp(String task) {
    counter(GIVEN_UP, task).increment();
  }

  private Counter counter(String name, String task) {
    return Counter.builder(name).tag("task", task).register(registry);
  }

  private void gauge(String name, String what, Supplier<Number> value) {
    Gauge.builder(name, value).description(what).register(registry);
  }

  private static double age(GroupCommit.Progress progress, InstantSource clock) {
    return progress
        .oldest()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  /** Lives as long as the process: its listeners end with it. */
  @SuppressWarnings("resource")
  private static void gc(PrometheusMeterRegistry registry) {
    new JvmGcMetrics().bindTo(registry);
  }
}
