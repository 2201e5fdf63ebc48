package dev.muster.integrations.postgres.run.post;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.live.RunPosts.Shown;
import dev.muster.commands.runbook.live.RunRefresh;
import dev.muster.commands.runbook.live.RunRefresh.Refreshed;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.run.RunRefreshes;
import dev.muster.integrations.postgres.work.Backoff;
import dev.muster.integrations.postgres.work.Chats;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.run.RunId;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Keeps the message of one run in one chat up to date, and says below it what is to be said. A
 * change that comes meanwhile finds the row of work there and adds none, so that is removed only
 * when, under the lock of the message's row, the message shows what is wanted; otherwise it goes
 * again. A run and a chat have one such row, so nothing overtakes anything.
 */
public final class RunPostTask {

  public static final String NAME = RunRefreshes.TASK;

  private final WorkRows work;
  private final Chats chats;
  private final PostgresRunPosts posts;
  private final RunRefresh refresh;
  private final Backoff<Void> backoff;
  private final InstantSource clock;

  private RunPostTask(Means means, Backoff<Void> backoff, InstantSource clock) {
    this.work = means.work();
    this.chats = means.chats();
    this.posts = new PostgresRunPosts(means.database(), clock);
    this.refresh = new RunRefresh(posts, means.card());
    this.backoff = backoff;
    this.clock = clock;
  }

  /**
   * What the work is done with.
   *
   * @param card of a run as it stands now
   */
  public record Means(
      Database database, WorkRows work, Chats chats, Function<RunId, Message> card) {}

  /** The task that the scheduler must know. */
  public static CustomTask<Void> task(Means means, WorkListener listener, InstantSource clock) {
    var trouble =
        new RunTrouble(
            means.database(), new PostgresRunPosts(means.database(), clock), listener, clock);
    return new RunPostTask(means, Backoff.ofMinutes(trouble, clock), clock).task();
  }

  private CustomTask<Void> task() {
    return Tasks.custom(NAME, Void.class)
        .onFailure(backoff)
        .onDeadExecutionRevive()
        .execute(this::execute);
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    var target = Target.of(instance.getId());
    return chats.with(
        target.platform(), backoff, chat -> show(target, chat, Backoff.isRepeat(context)));
  }

  private CompletionHandler<Void> show(Target target, Chat chat, boolean isRepeat) {
    var turn = new RunRefresh.Turn(chat, chats.own(chat.platform()), isRepeat);
    try {
      return switch (refresh.refresh(target.run(), turn)) {
        case Refreshed.Done(var shown) -> finish(target, shown);
        case Refreshed.Nothing() -> (_, operations) -> operations.remove();
        case Refreshed.NotYet() -> backoff.notYet("the incident has no post there yet");
      };
    } catch (ChatException e) {
      if (e.outcome() != Outcome.GONE) {
        throw e;
      }
      return rootless(target, e);
    }
  }

  /** Somebody deleted the incident's root: it is posted anew once, and after that left away. */
  private CompletionHandler<Void> rootless(Target target, ChatException gone) {
    var root = posts.root(target.run(), target.platform());
    if (root.isEmpty()) {
      throw gone;
    }
    if (root.get().isReplaced()) {
      return (_, operations) -> operations.remove();
    }
    work.refreshPost(root.get().incident(), target.platform());
    throw gone;
  }

  private CompletionHandler<Void> finish(Target target, Shown shown) {
    return (complete, operations) -> {
      backoff.done(complete.getExecution());
      if (!posts.finish(target.run(), shown, complete.getExecution().version)) {
        operations.reschedule(complete, clock.instant().plus(PostgresRunPosts.REST));
      }
    };
  }

  /** Whose message in which chat: {@code 318/slack}. */
  record Target(RunId run, String platform) {
    static Target of(String instance) {
      var end = instance.indexOf('/');
      return new Target(
          new RunId(Long.parseLong(instance.substring(0, end))), instance.substring(end + 1));
    }
  }
}
