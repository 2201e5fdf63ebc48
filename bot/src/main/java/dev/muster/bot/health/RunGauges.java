package dev.muster.bot.health;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.muster.integrations.postgres.figures.RunFigures;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs that are not over, and glass that nobody has looked at. Not thread-safe. */
final class RunGauges {

  /** Told of from the start, so that a first one is seen as a rise from nothing. */
  private static final Map<String, Stage> STAGES =
      Stream.of(Stage.QUEUED, Stage.RUNNING, Stage.WAITING, Stage.PAUSED, Stage.NEEDS_ATTENTION)
          .collect(toUnmodifiableMap(Stage::word, stage -> stage));

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
    var counts = figures.map(it -> Stage.counts(it.open())).orElse(Map.of());
    StoredFigures.put(
        open,
        "state",
        figures.isPresent() ? STAGES.keySet() : Set.of(),
        word -> counts.getOrDefault(STAGES.get(word), 0L));
    StoredFigures.put(attention, figures.map(it -> seconds(it.attention())));
    StoredFigures.put(reviews, figures.map(RunFigures::reviews));
    StoredFigures.put(unseen, figures.map(it -> seconds(it.unseen())));
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1_000.0;
  }
}
