package dev.muster.commands.runbook.action;

import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why a button does nothing any more: who was faster, or that it was tried again since. */
final class Gone {

  private Gone() {}

  /** Empty where it still is as it was shown. */
  static Optional<String> of(Run run, RunRef ref, Instant now) {
    return ref.at()
        .filter(at -> !at.isStill(run))
        .map(at ->
            run.isOver()
                ? over(run, at, now)
                : run.steps()
                    .find(at.path())
                    .flatMap(step -> became(step, now))
                    .orElse("Meanwhile it was tried again: this button is from before."));
  }

  private static String over(Run run, RunRef.At at, Instant now) {
    var step = run.steps().find(at.path());
    var became = step.flatMap(it -> became(it, now)).map(it -> it + " ").orElse("");
    return became + "Run " + run.id() + " is over.";
  }

  private static Optional<String> became(StepRecord step, Instant now) {
    return switch (step.state()) {
      case StepState.Answered(var at, _, _, var words) -> faster(words, at, now);
      case StepState.Settled settled -> faster(settled.words(), settled.at(), now);
      default -> Optional.empty();
    };
  }

  private static Optional<String> faster(String words, Instant at, Instant now) {
    return words.isBlank()
        ? Optional.empty()
        : Optional.of(
            "Somebody was faster, %s ago: %s."
                .formatted(Words.duration(Duration.between(at, now)), words));
  }
}
