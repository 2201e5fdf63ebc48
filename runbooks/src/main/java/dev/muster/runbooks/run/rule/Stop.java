package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import java.util.Optional;

/**
 * Where a run goes next.
 *
 * @param record what is known of it; empty where it is new
 */
public record Stop(StepPath path, Step step, Optional<StepRecord> record) {

  /** What is to be done there in earnest. */
  public Action action() {
    return path.phase() == Phase.ROLLBACK ? step.rollback().orElseThrow() : step.action();
  }

  /** A step that is done for each item, and not one of the items. */
  public boolean isWhole() {
    return step.forEach().isPresent() && path.item().isEmpty() && path.phase() != Phase.ROLLBACK;
  }

  public int attempts() {
    return record.map(StepRecord::attempts).orElse(0);
  }

  public int failures() {
    return record.map(StepRecord::failures).orElse(0);
  }

  /** {@code step 3, Purge the cache}. */
  public String place() {
    return "step " + (path.index() + 1) + ", " + title();
  }

  /** Somebody must say whether it happened before anything is undone. */
  public NeedsAttention settledFirst() {
    return new NeedsAttention(
        path, "whether this happened must be known before anything is rolled back");
  }

  /** With which of its words people know it. */
  public String title() {
    var name = path.phase() == Phase.ROLLBACK ? "Undo: " + step.name() : step.name();
    return path.item().isPresent() ? "%s (%d)".formatted(name, path.item().getAsInt() + 1) : name;
  }
}
