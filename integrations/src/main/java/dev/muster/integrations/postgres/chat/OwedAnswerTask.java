package dev.muster.integrations.postgres.chat;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.chat.late.AnswerBearer;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.chat.late.OwedAnswers;
import dev.muster.commands.chat.late.WhatBecame;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what became of a request when whoever worked on it is gone.
 *
 * @param failed hears of each try that failed
 * @param givenUp hears of each answer that could not be told
 */
public record OwedAnswerTask(
    Database database, Means means, Runnable failed, Runnable givenUp, InstantSource clock) {

  /** What it works with; the bearers by platform. */
  public record Means(OwedAnswers answers, WhatBecame became, Map<String, AnswerBearer> bearers) {}

  private static final Logger log = LoggerFactory.getLogger(OwedAnswerTask.class);

  /** With the waits in between about an hour, after which nobody sits there waiting. */
  private static final int TRIES = 65;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  public CustomTask<Void> task() {
    return Tasks.custom(WorkRows.OWED_ANSWER, Void.class)
        .onFailure(this::again)
        .onDeadExecutionRevive()
        .execute((instance, _) ->
            means
                .answers()
                .find(instance.getId())
                .map(this::tell)
                .orElseGet(() -> (_, operations) -> operations.remove()));
  }

  private CompletionHandler<Void> tell(OwedAnswer owed) {
    var bearer = means.bearers().get(owed.platform());
    if (bearer == null) {
      throw new IllegalStateException(owed.platform() + " is not set up here");
    }
    bearer.bear(owed, means.became().of(owed, WhatBecame.Cause.INTERRUPTION).message());
    log.atInfo()
        .addKeyValue("requestId", owed.requestId())
        .log("Told somebody what became of their request, which was interrupted");
    return (_, operations) -> remove(owed, operations);
  }

  private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    failed.run();
    var execution = complete.getExecution();
    if (execution.consecutiveFailures < TRIES) {
      operations.reschedule(complete, clock.instant().plus(delay(execution.consecutiveFailures)));
      return;
    }
    givenUp.run();
    log.atError()
        .addKeyValue("key", execution.getId())
        .log("Nobody could be told what became of their request");
    means
        .answers()
        .find(execution.getId())
        .ifPresentOrElse(owed -> remove(owed, operations), operations::remove);
  }

  private void remove(OwedAnswer owed, ExecutionOperations<Void> operations) {
    database.inTransaction(() -> {
      means.answers().remove(owed);
      operations.remove();
    });
  }

  /** Ever longer, up to a minute. */
  private static Duration delay(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
