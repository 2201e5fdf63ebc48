package dev.muster.commands.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A chat did not do what it was asked. The message is fit to be shown, says what to do where
 * somebody can do something, and holds no secret.
 */
public class ChatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known of what was asked for. */
  public enum Outcome {
    /** It was not done: there is no room for it at the moment. Nobody is at fault. */
    BUSY,
    /** Something broke, perhaps after it was done; the same may go through later. */
    FAILED,
    /** It was not done, and will not be before somebody does what the message says. */
    REFUSED,
    /** What it was to change or to answer is there no more. */
    GONE
  }

  private final Outcome outcome;
  private final Duration wait;

  /** Something broke. */
  public ChatException(String message, @Nullable Throwable cause) {
    this(Outcome.FAILED, message, Duration.ZERO, cause);
  }

  /**
   * @param wait how long until it makes sense to come again: when there is room, or when what may
   *     still be under way is over; zero where nobody said
   */
  public ChatException(Outcome outcome, String message, Duration wait, @Nullable Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
    this.wait = wait;
  }

  public Outcome outcome() {
    return outcome;
  }

  public Duration comeAgainAfter() {
    return wait;
  }
}
