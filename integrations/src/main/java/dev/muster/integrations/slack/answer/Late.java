package dev.muster.integrations.slack.answer;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer that is owed, and kept until it is told. Blocking and thread-safe. */
public final class Late implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Late.class);

  private static final Duration HEARD = Duration.ofMillis(500);

  private final LateRequests requests;
  private final OwedAnswer owed;
  private final CompletableFuture<Reply> reply;
  private final CompletableFuture<Boolean> isOurs;
  private final Duration beat;

  Late(
      LateRequests requests,
      OwedAnswer owed,
      CompletableFuture<Reply> reply,
      CompletableFuture<Boolean> isOurs,
      Duration beat) {
    this.requests = requests;
    this.owed = owed;
    this.reply = reply;
    this.isOurs = isOurs;
    this.beat = beat;
  }

  /** Whether it would outlive us by now. */
  public boolean isWritten() {
    return isOurs.isDone() && !isOurs.isCompletedExceptionally();
  }

  /** Whether the reply came in the last moment, and Slack can be answered with it. */
  public boolean isAnswered() {
    return reply.isDone();
  }

  /** Done when Slack has surely heard what is answered to it now, which nothing is to overtake. */
  public CompletableFuture<?> acknowledged() {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(HEARD.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Whether whoever asks is told of it already, for the same has come before. */
  public boolean isRepeat() {
    return isWritten() && !isOurs.join();
  }

  /** What is said meanwhile. */
  public Message words() {
    return words(owed.command(), isWritten());
  }

  static Message words(String command, boolean isWritten) {
    var begin = "Still working on ";
    var next =
        isWritten
            ? ". You will be told how it ended."
            : ". Muster's database is slow, so this is written down nowhere: if you hear nothing"
                + " more within two minutes, look whether it was done before you ask again.";
    return Message.of(
        begin + command + next, Block.line(Span.text(begin), Span.code(command), Span.text(next)));
  }

  /**
   * Waits for the reply and keeps it meanwhile; empty when somebody else tells it by now.
   *
   * @param said whoever asks has been told to wait, which is to come first
   */
  public Optional<Reply> await(CompletableFuture<?> said) {
    keepUntil(CompletableFuture.allOf(reply, said));
    var answer = reply.join();
    return isKept() ? Optional.of(answer) : Optional.empty();
  }

  /**
   * Keeps it while it is told, however slow Slack is, and has it written down that it was. What
   * breaks while it is told is left to be told by others.
   */
  public void end(CompletableFuture<?> telling) {
    keepUntil(telling);
    var _ = telling.join();
    if (isTwin()) {
      return;
    }
    try {
      var _ = isOurs.join();
    } catch (CompletionException unclear) {
      log.atWarn().setCause(unclear).log("It could not be written down that an answer is owed");
    }
    try {
      requests.end(owed);
    } catch (StoreUnavailable away) {
      log.atWarn()
          .setCause(away)
          .addKeyValue("requestId", owed.requestId())
          .log("An answer was told, which could not be noted: it may be told again");
    }
  }

  /** Nobody here works on it any more, however that ended. */
  @Override
  public void close() {
    var _ = isOurs.whenComplete((_, _) -> requests.leave(owed));
  }

  /** The first one tells the answer, and deletes the row that both have. */
  private boolean isTwin() {
    return isRepeat() && reply.join().error().equals(Optional.of(Reply.Error.REPEATED));
  }

  private void keepUntil(CompletableFuture<?> end) {
    while (!Overdue.isDone(end, beat)) {
      var _ = isKept();
    }
  }

  /** Rather twice than never. */
  private boolean isKept() {
    try {
      return !isWritten() || isRepeat() || requests.keep(owed);
    } catch (StoreUnavailable away) {
      return true;
    }
  }
}
