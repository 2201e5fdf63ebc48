package dev.muster.integrations.slack.answer;

import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.chat.late.OwedAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Notices what takes longer than Slack waits, and has it written down then that an answer is owed.
 * What is in time costs nothing. Thread-safe.
 */
public final class Overdue {

  private final LateRequests late;
  private final Times times;
  private final InstantSource clock;
  private final Executor executor;

  public Overdue(LateRequests late, Times times, InstantSource clock, Executor executor) {
    this.late = late;
    this.times = times;
    this.clock = clock;
    this.executor = executor;
  }

  /** Something has come from Slack now. */
  public Watch start() {
    return new Watch(System.nanoTime());
  }

  /** What is owed to whoever asked for something now. */
  public OwedAnswer owed(
      Origin origin, String requestId, String command, Map<String, String> filled) {
    return new OwedAnswer(
        requestId,
        SlackAnswerBearer.PLATFORM,
        Address.written(origin),
        command,
        filled,
        clock.instant().minus(times.owed()));
  }

  /** How long ago something came from Slack. */
  public final class Watch {

    private final long begin;

    private Watch(long begin) {
      this.begin = begin;
    }

    /** Whether it is there before a modal cannot be opened any more. */
    public boolean isSoon(CompletableFuture<Reply> reply) {
      return isDone(reply, left(times.modal()));
    }

    /** Whether it is there before Slack has to be answered. */
    public boolean isInTime(CompletableFuture<?> reply) {
      return isDone(reply, left(times.ack()));
    }

    /**
     * Returns when the reply is there, or when it is written down that one is owed, or when Slack
     * has to be answered. What was begun to be written down is told before it is deleted, also
     * where the reply came in the last moment.
     */
    public Optional<Late> late(CompletableFuture<Reply> reply, Supplier<OwedAnswer> owed) {
      if (isDone(reply, left(times.owed()))) {
        return Optional.empty();
      }
      var answer = owed.get();
      var isOurs = CompletableFuture.supplyAsync(() -> late.begin(answer), executor);
      var _ = isInTime(CompletableFuture.anyOf(reply, isOurs));
      return Optional.of(new Late(late, answer, reply, isOurs, times.beat()));
    }

    private Duration left(Duration of) {
      return of.minusNanos(System.nanoTime() - begin);
    }
  }

  static boolean isDone(CompletableFuture<?> one, Duration patience) {
    try {
      one.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException broken) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
