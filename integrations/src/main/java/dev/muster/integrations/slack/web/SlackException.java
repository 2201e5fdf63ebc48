package dev.muster.integrations.slack.web;

import dev.muster.commands.chat.ChatException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Slack did not do it. The message says why, and what to do where somebody can do something. */
public final class SlackException extends ChatException {

  private static final long serialVersionUID = 1L;

  private final String error;

  /**
   * @param error Slack's own word, such as {@code is_archived}; empty where it said none
   */
  SlackException(
      Outcome outcome, String error, String message, Duration wait, @Nullable Throwable cause) {
    super(outcome, message, wait, cause);
    this.error = error;
  }

  /** Of what Slack would answer if it were asked. */
  public static SlackException refused(String message) {
    return new SlackException(Outcome.REFUSED, "", message, Duration.ZERO, null);
  }

  /** The same, where it means that a channel can be used no more. */
  public SlackException asGone() {
    return new SlackException(
        Outcome.GONE, error, String.valueOf(getMessage()), Duration.ZERO, this);
  }

  static SlackException busy(String message, Duration wait) {
    return new SlackException(Outcome.BUSY, "ratelimited", message, wait, null);
  }

  /** It may be done yet. */
  static SlackException unanswered(String message, Duration wait, Throwable cause) {
    return new SlackException(Outcome.FAILED, "", message, wait, cause);
  }

  static SlackException failed(String error, String message, @Nullable Throwable cause) {
    return new SlackException(Outcome.FAILED, error, message, Duration.ZERO, cause);
  }

  public String error() {
    return error;
  }
}
