package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a run took against what it may take, waiting for people included: users wait too. */
public final class TargetTime {

  private TargetTime() {}

  /** Until when while it goes on; how it went when it is over. */
  static Optional<Block> of(Run run, Runbook runbook, Instant now) {
    var target = runbook.about().target();
    if (target.isEmpty() || run.origin().isDry()) {
      return Optional.empty();
    }
    var until = run.origin().at().plus(target.get());
    var end = Span.time(until);
    if (run.isOver()) {
      return kept(run, runbook).map(Block::line);
    }
    var length = Words.duration(target.get());
    return Optional.of(
        now.isAfter(until)
            ? Block.line(Span.strong("Target of " + length + " missed at "), end)
            : Block.line(Span.text("Target " + length + ", until "), end));
  }

  /**
   * {@code Target 5 min kept: it took 3 min}; empty where there is none or it goes on, and of what
   * ended badly before its time was up: that kept nothing and missed nothing.
   */
  public static Optional<String> kept(Run run, Runbook runbook) {
    if (run.origin().isDry() || !(run.state() instanceof RunState.Ended(var at))) {
      return Optional.empty();
    }
    var took = Duration.between(run.origin().at(), at);
    return runbook
        .about()
        .target()
        .filter(target -> run.hasSucceeded() || took.compareTo(target) > 0)
        .map(target -> {
          var isKept = took.compareTo(target) <= 0;
          return "Target %s %s: it took %s"
              .formatted(Words.duration(target), isKept ? "kept" : "missed", Words.duration(took));
        });
  }
}
