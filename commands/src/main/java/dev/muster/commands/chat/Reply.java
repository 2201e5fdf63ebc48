package dev.muster.commands.chat;

import java.util.Locale;
import java.util.Optional;

/**
 * The answer to an invocation.
 *
 * @param isPrivate whether only the asker sees it; state changes are told in public by the
 *     incident's own thread
 * @param error what kept the command from doing what was asked
 */
public record Reply(Message message, boolean isPrivate, Optional<Error> error) {

  /** Why a command did not do what was asked. */
  public enum Error {
    UNKNOWN_COMMAND,
    DENIED,
    INVALID,
    NOT_FOUND,
    RATE_LIMITED,
    FAILED;

    /** The word that the API shows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** For the asker alone. */
  public static Reply toAsker(Message message) {
    return new Reply(message, true, Optional.empty());
  }

  /** Confirms what everybody is told in the incident's thread. */
  public static Reply told(Message message) {
    return new Reply(message, false, Optional.empty());
  }

  public static Reply error(Error error, Message message) {
    return new Reply(message, true, Optional.of(error));
  }
}
