package dev.muster.bot.health;

import dev.muster.integrations.postgres.figures.PostgresFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What stands in the database, read when somebody asks for metrics and at most once a second. While
 * it is away nothing is said of it, rather than something old. Thread-safe; reading blocks.
 */
public final class StoredFigures {

  private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

  private final PostgresFigures store;
  private final Set<String> tasks;
  private final MultiGauge incidents;
  private final MultiGauge due;
  private final MultiGauge lag;
  private final MultiGauge silences;
  private final MultiGauge silenced;
  private final RunGauges runs;
  private volatile boolean answers;
  private long readAt = System.nanoTime() - GOOD_FOR;

  /** Tells of these kinds of work even when none is due. */
  public StoredFigures(PostgresFigures store, Set<String> tasks, MeterRegistry registry) {
    this.store = store;
    this.tasks = Set.copyOf(tasks);
    incidents = gauges("muster.incidents.open", "Incidents that are not resolved", registry);
    due = gauges("muster.work.due", "Durable work that waits although it is due", registry);
    lag = gauges("muster.work.lag.seconds", "How long the oldest of it has waited", registry);
    silences = gauges("muster.silences.active", "Silences that have not ended", registry);
    silenced = gauges("muster.alerts.silenced", "Alerts that fire and are kept quiet", registry);
    runs = new RunGauges(registry);
    Gauge.builder("muster.database.up", () -> answers ? 1 : 0)
        .description("Whether the database answered when it was last asked")
        .register(registry);
  }

  public synchronized void refresh() {
    if (System.nanoTime() - readAt < GOOD_FOR) {
      return;
    }
    try {
      var figures = store.read();
      show(figures, tasks);
      answers = true;
    } catch (RuntimeException awayOrWithoutItsTables) {
      show(PostgresFigures.Figures.NONE, Set.of());
      answers = false;
    }
    readAt = System.nanoTime();
  }

  private void show(PostgresFigures.Figures figures, Set<String> known) {
    put(silences, figures.quiet().map(PostgresFigures.Quiet::silences));
    put(silenced, figures.quiet().map(PostgresFigures.Quiet::alerts));
    runs.show(figures.runs());
    var names = new TreeSet<>(figures.due().keySet());
    names.addAll(known);
    put(incidents, "severity", figures.openIncidents().keySet(), of(figures.openIncidents(), 0L));
    var nothing = new PostgresFigures.Due(0, Duration.ZERO);
    put(due, "task", names, of(figures.due(), nothing).andThen(PostgresFigures.Due::count));
    put(
        lag,
        "task",
        names,
        of(figures.due(), nothing).andThen(waiting -> waiting.lag().toMillis() / 1_000.0));
  }

  private static <T> Function<String, T> of(Map<String, T> values, T otherwise) {
    return name -> values.getOrDefault(name, otherwise);
  }

  /** One figure without a name of its own; none is told while nobody knows it. */
  static void put(MultiGauge gauge, Optional<? extends Number> value) {
    gauge.register(
        value.stream().map(number -> MultiGauge.Row.of(Tags.empty(), number)).toList(), true);
  }

  static void put(
      MultiGauge gauges, String tag, Set<String> names, Function<String, ? extends Number> value) {
    gauges.register(
        names.stream()
            .map(name -> MultiGauge.Row.of(Tags.of(tag, name), value.apply(name)))
            .toList(),
        true);
  }

  static MultiGauge gauges(String name, String what, MeterRegistry registry) {
    return MultiGauge.builder(name).description(what).register(registry);
  }
}
