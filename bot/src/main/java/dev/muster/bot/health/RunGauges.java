package dev.muster.bot.health;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.muster.integrations.postgres.figures.RunFigures;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.run.Verdict.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs that are not over, and glass that nobody has looked at. Not thread-safe. */
final class RunGauges {

  /** Told of from the start, so that a first one is seen as a rise from nothing. */
  private static final Set<String> STAGES =
      Set.of(
          Stage.QUEUED.word(),
          Stage.RUNNING.word(),
          Stage.WAITING.word(),
          Stage.PAUSED.word(),
          Stage.NEEDS_ATTENTION.word());

  private final MultiGauge open;
  private final MultiGauge attention;
  private final MultiGauge reviews;
  private final MultiGauge unseen;

  RunGauges(MeterRegistry registry) {
    open = StoredFigures.gauges("muster.runs.open", "Runs of runbooks that are not over", registry);
    attention =
        StoredFigures.gauges(
            "muster.runs.attention.seconds",
            "How long the first run that needs attention has needed it",
            registry);
    reviews =
        StoredFigures.gauges(
            "muster.glass.reviews.open", "Broken glass that nobody has looked at", registry);
    unseen =
        StoredFigures.gauges(
            "muster.glass.reviews.seconds", "How long ago the first of it was broken", registry);
  }

  /** Nothing is said of what nobody knows. */
  void show(Optional<RunFigures> figures) {
    var byStage = figures.map(RunGauges::byStage).orElse(Map.of());
    StoredFigures.put(
        open,
        "state",
        figures.isPresent() ? STAGES : Set.of(),
        stage -> byStage.getOrDefault(stage, 0L));
    StoredFigures.put(attention, figures.map(it -> seconds(it.attention())));
    StoredFigures.put(reviews, figures.map(RunFigures::reviews));
    StoredFigures.put(unseen, figures.map(it -> seconds(it.unseen())));
  }

  private static Map<String, Long> byStage(RunFigures figures) {
    return figures.open().entrySet().stream()
        .collect(
            groupingBy(
                one -> Stage.of(one.getKey(), Standing.GOOD).word(),
                summingLong(Map.Entry::getValue)));
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1_000.0;
  }
}
