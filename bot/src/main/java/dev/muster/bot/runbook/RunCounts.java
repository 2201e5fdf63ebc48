package dev.muster.bot.runbook;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.RunLists.Stage;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.Steps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts runs that ended and steps that came to something, once that is committed and in the
 * process where it was. Dry runs are left out. Thread-safe.
 */
public final class RunCounts implements RunWatch {

  private final MeterRegistry registry;

  /** Each is told of from the start, so that a first failure is seen as a rise from nothing. */
  public RunCounts(MeterRegistry registry) {
    this.registry = registry;
    Stream.of(Stage.SUCCEEDED, Stage.FAILED, Stage.CANCELLED).forEach(this::ended);
    Stream.of("done", "failed", "skipped", "unclear").forEach(this::settled);
  }

  @Override
  public RunListener watch(Database database, WorkRows work, Means quiet) {
    return (before, after) -> changed(database, before, after);
  }

  private void changed(Database database, Optional<Run> before, Run after) {
    if (after.origin().isDry()) {
      return;
    }
    if (after.isOver() && before.filter(Run::isOver).isEmpty()) {
      var stage = Stage.of(after.state().word(), after.course().verdict().standing());
      database.afterCommit(() -> ended(stage).increment());
    }
    var outcomes = outcomes(before.map(Run::steps).orElse(Steps.NONE), after.steps());
    if (!outcomes.isEmpty()) {
      database.afterCommit(() -> outcomes.forEach(outcome -> settled(outcome).increment()));
    }
  }

  private static List<String> outcomes(Steps before, Steps after) {
    return after.changedSince(before).stream()
        .filter(step -> before.find(step.path()).filter(StepRecord::isSettled).isEmpty())
        .flatMap(step -> outcome(step.state()).stream())
        .toList();
  }

  private static Optional<String> outcome(StepState state) {
    return switch (state) {
      case StepState.Done _ -> Optional.of("done");
      case StepState.Failed _ -> Optional.of("failed");
      case StepState.Skipped _ -> Optional.of("skipped");
      case StepState.Unclear _ -> Optional.of("unclear");
      default -> Optional.empty();
    };
  }

  private Counter ended(Stage stage) {
    return Counter.builder("muster.runs.ended")
        .description("Runs of runbooks that ended, dry ones left out")
        .tag("standing", stage.word())
        .register(registry);
  }

  private Counter settled(String outcome) {
    return Counter.builder("muster.runs.steps")
        .description("Steps of runs by what they came to, those of dry runs left out")
        .tag("outcome", outcome)
        .register(registry);
  }
}
