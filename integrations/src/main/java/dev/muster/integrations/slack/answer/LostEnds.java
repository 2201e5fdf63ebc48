package dev.muster.integrations.slack.answer;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.late.LateRequests;
import dev.muster.commands.chat.late.OwedAnswer;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Says what became of a request when the database was lost in the very moment of its commit: it is
 * asked for as long as somebody may wait for it. Blocking and thread-safe.
 */
public record LostEnds(LateRequests late, InstantSource clock, Duration pause) {

  private static final int TRIES = 90;

  /** Looking again once a second. */
  public LostEnds(LateRequests late, InstantSource clock) {
    this(late, clock, Duration.ofSeconds(1));
  }

  public Reply of(Origin origin, String text, String requestId) {
    var owed =
        new OwedAnswer(
            requestId,
            SlackAnswerBearer.PLATFORM,
            Address.written(origin),
            text,
            Map.of(),
            clock.instant());
    var end = Optional.<Reply>empty();
    for (var attempt = 0; attempt < TRIES && end.isEmpty() && isPaused(); attempt++) {
      end = look(owed);
    }
    return end.orElseGet(() -> unknown(text));
  }

  /** Empty while nobody can know. */
  private Optional<Reply> look(OwedAnswer owed) {
    try {
      return Optional.of(late.whatBecame(owed));
    } catch (StoreUnavailable away) {
      return Optional.empty();
    }
  }

  private static Reply unknown(String text) {
    return Reply.error(
        Reply.Error.FAILED,
        Message.of(
            "Muster lost its database at the very end of "
                + text
                + ", and it is away still. It may have been done: look before you ask again."));
  }

  private boolean isPaused() {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
