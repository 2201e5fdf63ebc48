package dev.muster.integrations.postgres.review;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.runbook.review.GlassNotices;
import dev.muster.commands.runbook.review.GlassWork.Subject;
import dev.muster.integrations.postgres.WorkRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says what there is to say of the glass of a run. It is tried until every chat has it and never
 * given up.
 *
 * @param failed hears of each try that failed
 */
public record GlassTask(GlassNotices notices, Runnable failed, InstantSource clock) {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  public CustomTask<Void> task() {
    return Tasks.custom(WorkRows.BROKEN_GLASS, Void.class)
        .onFailure((complete, operations) -> {
          failed.run();
          var delay = delay(complete.getExecution().consecutiveFailures);
          operations.reschedule(complete, clock.instant().plus(delay));
        })
        .onDeadExecutionRevive()
        .execute((instance, context) -> next(say(instance.getId(), context)));
  }

  private Optional<Instant> say(String subject, ExecutionContext context) {
    var isRepeat = context.getExecution().consecutiveFailures > 0;
    return Subject.parse(subject).flatMap(it -> notices.say(it, isRepeat));
  }

  private static CompletionHandler<Void> next(Optional<Instant> next) {
    return (complete, operations) ->
        next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
  }

  /** Ever longer, up to a minute. */
  private static Duration delay(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
