package dev.muster.runbooks.language;

import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Template;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step, check or verification.
 *
 * @param id unique in the runbook; made from its number where none is written
 * @param name what people read
 * @param onlyIf it is skipped where this does not hold
 * @param forEach a list; the step is done once for each {@code item} of it, in order
 * @param idempotent what the author says; absent leaves it to the kind
 * @param expect must hold of {@code result}, or else the step failed
 * @param outputs what later expressions see as {@code steps.<id>.outputs}
 * @param dryRun what a dry run does in its place; absent: it only says what it would do
 * @param acceptable what an approver accepts when a prerequisite fails; absent: nothing
 */
public record Step(
    String id,
    String name,
    Action action,
    Optional<Expression> onlyIf,
    Optional<Expression> forEach,
    Optional<Duration> timeout,
    Retry retry,
    OnFailure onFailure,
    Optional<Boolean> idempotent,
    Optional<Expression> expect,
    Map<String, Expression> outputs,
    Optional<Action> rollback,
    boolean pointOfNoReturn,
    Optional<Action> dryRun,
    Optional<Template> acceptable) {

  public Step {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** All that it may do: in earnest, to undo that, and in a dry run. */
  public Stream<Action> actions() {
    return Stream.of(Optional.of(action), rollback, dryRun).flatMap(Optional::stream);
  }
}
