package dev.muster.bot;

import dev.muster.integrations.postgres.work.WorkListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What Muster measures of itself. */
record Metrics(PrometheusMeterRegistry registry) implements WorkListener {

  static Metrics of(Stores stores) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    gc(registry);
    stores.database().pool().setMetricRegistry(registry);
    stores.intake().database().pool().setMetricRegistry(registry);
    stores.workPool().setMetricRegistry(registry);
    return new Metrics(registry);
  }

  @Override
  public void failed(String task) {
    count("muster.work.failures", "Tries of durable work that failed", task);
  }

  @Override
  public void givenUp(String task) {
    count("muster.work.given.up", "Durable work that is not tried any more", task);
  }

  private void count(String name, String what, String task) {
    Counter.builder(name).description(what).tag("task", task).register(registry).increment();
  }

  /** Lives as long as the process: its listeners end with it. */
  @SuppressWarnings("resource")
  private static void gc(PrometheusMeterRegistry registry) {
    new JvmGcMetrics().bindTo(registry);
  }
}
