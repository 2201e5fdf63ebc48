package dev.muster.commands.runbook.action;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import java.util.Optional;

/** Why a button does nothing any more: who was faster, or that it was tried again since. */
final class Gone {

  private Gone() {}

  /** Empty where it still is as it was shown. */
  static Optional<String> of(Run run, RunRef ref) {
    return ref.at()
        .filter(at -> !at.isStill(run))
        .map(at ->
            run.isOver()
                ? over(run, at)
                : run.steps()
                    .find(at.path())
                    .flatMap(Gone::became)
                    .orElse("Meanwhile it was tried again: this button is from before."));
  }

  private static String over(Run run, RunRef.At at) {
    var became = run.steps().find(at.path()).flatMap(Gone::became).map(it -> it + " ").orElse("");
    return became + "Run " + run.id() + " is over.";
  }

  private static Optional<String> became(StepRecord step) {
    var words =
        switch (step.state()) {
          case StepState.Answered answered -> answered.words();
          case StepState.Settled settled -> settled.words();
          default -> "";
        };
    return words.isBlank() ? Optional.empty() : Optional.of("Somebody was faster: " + words + ".");
  }
}
