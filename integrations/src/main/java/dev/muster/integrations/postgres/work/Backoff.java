package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tries failed work again, ever later up to a minute, with a jitter so that many do not come at
 * once. When it has failed so long that somebody should know, they are told, and after about a day
 * it is given up, aloud.
 */
public final class Backoff<T> implements FailureHandler<T> {

  private static final Duration FIRST = Duration.ofMillis(500);

  /** Many may find no room at once, and each look costs the database something. */
  private static final Duration CROWDED = Duration.ofSeconds(3);

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int LIMIT = 1_500;

  /** The seventeenth in a row comes ten minutes after the first, or a little later. */
  static final int TEN_MINUTES = 17;

  /** The ninth comes two minutes after the first, or a little later. */
  static final int TWO_MINUTES = 9;

  private final Trouble trouble;
  private final int lasting;
  private final InstantSource clock;

  /** Tells of trouble after so many failures in a row. */
  Backoff(Trouble trouble, int lasting, InstantSource clock) {
    this.trouble = trouble;
    this.lasting = lasting;
    this.clock = clock;
  }

  /** Tells of trouble that lasts ten minutes. */
  public static <T> Backoff<T> ofMinutes(Trouble trouble, InstantSource clock) {
    return new Backoff<>(trouble, TEN_MINUTES, clock);
  }

  /** For what cannot be done before something else is: waits ever longer too, and not for ever. */
  public CompletionHandler<T> notYet(String why) {
    return (complete, operations) -> again(unsuccessful(complete), operations, why, FIRST);
  }

  /** The same for what will hardly change sooner. */
  CompletionHandler<T> inAMinute(String why) {
    return (complete, operations) -> again(unsuccessful(complete), operations, why, LONGEST);
  }

  /** For what waits for another. What has failed before keeps its count: it may have been said. */
  CompletionHandler<T> at(Instant next) {
    return (complete, operations) ->
        operations.reschedule(
            complete.getExecution().consecutiveFailures > 0 ? unsuccessful(complete) : complete,
            next);
  }

  /** For what finds no room. What has failed before keeps its count, and comes a little later. */
  CompletionHandler<T> soon(String why) {
    return (complete, operations) -> {
      if (complete.getExecution().consecutiveFailures > 0) {
        again(unsuccessful(complete), operations, why, FIRST);
      } else {
        operations.reschedule(complete, clock.instant().plus(jittered(CROWDED)));
      }
    };
  }

  /**
   * For what the chat has no room for: it says when there is some, and need not be asked before.
   */
  CompletionHandler<T> busy(ChatException chat) {
    return (complete, operations) -> {
      if (complete.getExecution().consecutiveFailures > 0) {
        again(
            unsuccessful(complete),
            operations,
            String.valueOf(chat.getMessage()),
            chat.comeAgainAfter());
      } else {
        operations.reschedule(complete, clock.instant().plus(chat.comeAgainAfter()));
      }
    };
  }

  /** For what failed and says why itself: no stack of calls says more. */
  CompletionHandler<T> failed(String why) {
    return (complete, operations) -> {
      trouble.failed(complete.getExecution());
      again(unsuccessful(complete), operations, why, FIRST);
    };
  }

  /**
   * Whether it has failed, or its replica has died, since it last got somewhere: then nobody knows
   * whether the chat has it. What found no room counts as no failure, and so costs no look.
   */
  public static boolean isRepeat(ExecutionContext context) {
    return context.getExecution().consecutiveFailures > 0;
  }

  @Override
  public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
    trouble.failed(complete.getExecution());
    again(complete, operations, reason(complete), least(complete.getCause().orElse(null)));
  }

  /** What is refused needs a person, and whoever may still be at it is given the time. */
  static Duration least(@Nullable Throwable cause) {
    if (!(cause instanceof ChatException chat)) {
      return FIRST;
    }
    var wait = chat.outcome() == Outcome.REFUSED ? LONGEST : chat.comeAgainAfter();
    return wait.compareTo(FIRST) > 0 ? wait : FIRST;
  }

  /** It went through. */
  public void done(Execution execution) {
    if (execution.consecutiveFailures > 0) {
      trouble.isOver(execution);
    }
  }

  private static boolean isRefused(ExecutionComplete complete) {
    return complete.getCause().orElse(null) instanceof ChatException chat
        && chat.outcome() == Outcome.REFUSED;
  }

  private void again(
      ExecutionComplete complete, ExecutionOperations<T> operations, String why, Duration least) {
    var execution = complete.getExecution();
    var failures = execution.consecutiveFailures + 1;
    if (failures > LIMIT) {
      trouble.isGivenUp(execution, why, operations::remove);
      return;
    }
    var delay = delay(failures);
    var next = clock.instant().plus(delay.compareTo(least) < 0 ? jittered(least) : delay);
    Runnable tryAgain = () -> operations.reschedule(complete, next);
    if (isRefused(complete)) {
      trouble.refused(execution, why, tryAgain);
    } else if (failures == lasting) {
      trouble.lasts(execution, why, tryAgain);
    } else {
      tryAgain.run();
    }
  }

  static Duration delay(int failures) {
    var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return jittered(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
  }

  /** Up to half as long again. */
  static Duration jittered(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1));
  }

  private static ExecutionComplete unsuccessful(ExecutionComplete complete) {
    var now = complete.getTimeDone();
    return ExecutionComplete.failure(complete.getExecution(), now, now, null);
  }

  /** What a chat says of itself may be shown; anything else is for the log only. */
  private static String reason(ExecutionComplete complete) {
    return complete
        .getCause()
        .filter(ChatException.class::isInstance)
        .map(Throwable::getMessage)
        .orElse("an error within Muster, which its log shows");
  }
}
