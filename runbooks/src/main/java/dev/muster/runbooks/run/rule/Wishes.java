package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Queued;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.Wish;
import java.time.Instant;
import java.util.Optional;

/** How the worker sees to what somebody wants of a run. */
final class Wishes {

  private Wishes() {}

  static Run seenTo(Run run, Wish wish, Instant now) {
    var quiet = run.wishing(Optional.empty());
    return switch (wish.what()) {
      case RESUME -> run.state() instanceof Paused ? quiet.to(new Running(), now) : quiet;
      case PAUSE -> goesOn(run) ? quiet.to(new Paused(wish.by(), wish.at()), now) : quiet;
      case CANCEL, CANCEL_AND_ROLL_BACK ->
          run.course().isLimited()
              ? Endings.cancelled(run, new Wish(wish.what(), wish.by(), now))
              : quiet;
    };
  }

  /** Otherwise it waits for people anyway, and what they are asked must not get lost. */
  private static boolean goesOn(Run run) {
    return switch (run.state()) {
      case Running _, Sleeping _, Nesting _ -> true;
      case Queued _, Asking _, Paused _, NeedsAttention _, Ended _ -> false;
    };
  }
}
