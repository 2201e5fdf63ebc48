package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.postgres.ReplyRows;
import dev.muster.integrations.postgres.Turn;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.run.RunNotices;
import dev.muster.integrations.postgres.trouble.Target;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Appends one reply to the thread of an incident in one chat, once its root post is there and every
 * older reply of that thread is said. An older one that keeps failing is waited for until it is
 * given up: replies come in their order, and after about a day with a gap rather than never.
 */
final class ThreadReplyTask {

  private final WorkRows work;
  private final ReplyRows replies;
  private final RunNotices notices;
  private final Chats chats;
  private final Backoff<ThreadReply> backoff;
  private final InstantSource clock;

  ThreadReplyTask(
      WorkRows work,
      RunNotices notices,
      Chats chats,
      Backoff<ThreadReply> backoff,
      InstantSource clock) {
    this.work = work;
    this.notices = notices;
    this.replies = work.replies();
    this.chats = chats;
    this.backoff = backoff;
    this.clock = clock;
  }

  CustomTask<ThreadReply> task() {
    return Tasks.custom(WorkRows.THREAD_REPLY, ThreadReply.class)
        .onFailure(backoff)
        .onDeadExecutionRevive()
        .execute(this::execute);
  }

  private CompletionHandler<ThreadReply> execute(
      TaskInstance<ThreadReply> instance, ExecutionContext context) {
    var target = Target.of(instance.getId());
    return chats.with(
        target.platform(), backoff, chat -> say(instance, target, chat, Backoff.isRepeat(context)));
  }

  private CompletionHandler<ThreadReply> say(
      TaskInstance<ThreadReply> instance, Target target, Chat chat, boolean isRepeat) {
    var turn = replies.turn(target.incident(), target.platform(), instance.getId());
    if (turn.root().isEmpty()) {
      return backoff.notYet("the incident has no post there yet");
    }
    if (turn.olderDue().isPresent()) {
      return behind(turn.olderDue().get());
    }
    try {
      say(instance.getData(), turn, chat, isRepeat);
    } catch (ChatException e) {
      if (e.outcome() != Outcome.GONE) {
        throw e;
      }
      return rootless(target, turn, e);
    }
    return (complete, _) -> {
      backoff.done(complete.getExecution());
      replies.said(
          target.incident(), target.platform(), instance.getId(), complete.getExecution().version);
    };
  }

  private void say(ThreadReply reply, Turn turn, Chat chat, boolean isRepeat) {
    var once = new Once(reply.key(), isRepeat);
    var own = turn.own().flatMap(channel -> chats.own(chat.platform()));
    var post =
        own.map(channels -> channels.post(turn.own().get(), once, 1, reply.message()))
            .orElseGet(() -> chat.reply(turn.root().get(), once, reply.message()));
    notices.said(reply.key(), post);
  }

  /**
   * Somebody deleted the root. Its refresh posts it anew, once; after that the thread is to stay
   * away, and what would be said there stands in the timeline. Where the incident's own channel can
   * be used no more, whoever looks after that finds so too, and the thread takes its place.
   */
  private CompletionHandler<ThreadReply> rootless(Target target, Turn turn, ChatException gone) {
    if (turn.own().isPresent()) {
      work.ownChannelAnew(target.incident(), target.platform());
      throw gone;
    }
    if (turn.isReplaced()) {
      return (_, operations) -> operations.remove();
    }
    work.refreshPost(target.incident(), target.platform());
    throw gone;
  }

  /** That one finds this one's row there and has not to know of it. */
  private CompletionHandler<ThreadReply> behind(Instant older) {
    var now = clock.instant();
    return backoff.at((older.isAfter(now) ? older : now).plus(Backoff.jittered(ReplyRows.BEHIND)));
  }
}
