package dev.muster.commands.runbook.review;

import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.Optional;

/**
 * Glass that somebody broke, for somebody else to look at.
 *
 * @param asked what nobody entitled had answered
 * @param reason as it was typed
 * @param closed empty while nobody has looked at it
 */
public record Review(
    RunId run,
    StepPath step,
    String title,
    String asked,
    Who by,
    String reason,
    Instant at,
    Optional<Closed> closed) {

  /** Somebody looked at it, and found this. */
  public record Closed(Who by, String words, Instant at) {}
}
