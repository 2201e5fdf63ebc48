package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.own.OwnChannels;
import dev.muster.commands.incident.own.OwnRefresh;
import dev.muster.commands.incident.own.OwnState;
import dev.muster.commands.incident.own.OwnState.Phase;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.own.PostgresOwnChannels;
import dev.muster.integrations.postgres.trouble.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes the channel that an incident has for itself in one chat, keeps it up to date and archives
 * it. Where the chat does not let us, the incident is a thread, and somebody is told why.
 */
final class OwnChannelTask {

  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** What people do and say waits for the channel meanwhile. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Chats chats;
  private final Kept kept;
  private final OwnRefresh refresh;
  private final Backoff<Void> backoff;
  private final InstantSource clock;

  OwnChannelTask(
      Chats chats, Kept kept, OwnRefresh refresh, Backoff<Void> backoff, InstantSource clock) {
    this.chats = chats;
    this.kept = kept;
    this.refresh = refresh;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** What it reads and writes. */
  record Kept(IncidentStore incidents, PostgresOwnChannels own) {}

  CustomTask<Void> task() {
    return Tasks.custom(WorkRows.OWN_CHANNEL, Void.class)
        .onFailure(backoff)
        .onDeadExecutionRevive()
        .execute(this::execute);
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    var target = Target.of(instance.getId());
    return chats.withOwn(
        target.platform(), backoff, channels -> show(target, channels, Backoff.isRepeat(context)));
  }

  private CompletionHandler<Void> show(Target target, OwnChannels channels, boolean isRepeat) {
    var incident = kept.incidents().find(target.incident());
    var state = left(target);
    if (incident.isEmpty() || state.isEmpty()) {
      return (_, operations) -> operations.remove();
    }
    try {
      var next = refresh.refresh(state.get(), incident.get(), channels, isRepeat);
      return finish(target, incident.get().version(), next);
    } catch (ChatException e) {
      var thread = left(target).flatMap(left -> asThread(left, e));
      if (thread.isEmpty()) {
        throw e;
      }
      return tell(thread.get());
    }
  }

  /** As it was left. */
  private Optional<OwnState> left(Target target) {
    return kept.own().find(target.incident(), target.platform());
  }

  /** Rests until something changes, or until it is time to archive it. */
  private CompletionHandler<Void> finish(Target target, long version, Optional<Instant> next) {
    return (complete, operations) -> {
      backoff.done(complete.getExecution());
      kept.own()
          .underLock(
              target.incident(),
              latest -> {
                if (latest > version) {
                  operations.reschedule(complete, clock.instant().plus(AGAIN));
                } else {
                  next.ifPresentOrElse(
                      at -> operations.reschedule(complete, at), operations::remove);
                }
              });
    };
  }

  private record AsThread(OwnState state, String why) {}

  /** Empty while it makes sense to try again. */
  private Optional<AsThread> asThread(OwnState left, ChatException e) {
    var isRefused = e.outcome() == Outcome.REFUSED || e.outcome() == Outcome.GONE;
    var place = "#" + left.room().name() + " in " + left.platform();
    return switch (left.phase()) {
      case WANTED ->
          when(
              isRefused || isOverdue(left),
              left.in(Phase.THREAD),
              "Muster cannot make " + place,
              e);
      case OPEN ->
          when(
              e.outcome() == Outcome.GONE,
              left.in(Phase.THREAD),
              "Nothing can be said in " + place + " any more",
              e);
      case ARCHIVED -> when(isRefused, left, place + " stays archived", e);
      case THREAD -> Optional.empty();
    };
  }

  /** That it stays archived is said once, however often it is tried. */
  private CompletionHandler<Void> tell(AsThread thread) {
    return (_, operations) -> {
      if (!thread.why().equals(thread.state().shown().trouble())) {
        kept.own().saveThread(thread.state().troubledBy(thread.why()), thread.why());
      }
      operations.remove();
    };
  }

  private static Optional<AsThread> when(
      boolean isEnough, OwnState next, String what, ChatException e) {
    var why = "%s: %s. The incident goes on in this thread.".formatted(what, e.getMessage());
    return isEnough ? Optional.of(new AsThread(next, why)) : Optional.empty();
  }

  private boolean isOverdue(OwnState left) {
    return left.wantedAt().plus(PATIENCE).isBefore(clock.instant());
  }
}
