package dev.muster.commands.chat;

import dev.muster.commands.chat.form.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer to an invocation.
 *
 * @param isPrivate whether only the asker sees it; state changes are told in public by the
 *     incident's own thread
 * @param error what kept the command from doing what was asked
 * @param missing the names of the parameters that it needs and did not get
 * @param form asks for them, or for anything else that can be filled in
 */
public record Reply(
    Message message,
    boolean isPrivate,
    Optional<Error> error,
    List<String> missing,
    Optional<Form> form) {

  public Reply {
    missing = List.copyOf(missing);
  }

  /** Why a command did not do what was asked. */
  public enum Error {
    UNKNOWN_COMMAND,
    DENIED,
    INVALID,
    NOT_FOUND,
    /** Nothing is wrong, but it is only done when it is said once more. */
    UNCONFIRMED,
    RATE_LIMITED,
    /** It came a second time: the asker was answered the first time. */
    REPEATED,
    FAILED;

    /** The word that the API shows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** For the asker alone. */
  public static Reply toAsker(Message message) {
    return of(message, true, Optional.empty());
  }

  /** Confirms what everybody is told in the incident's thread. */
  public static Reply told(Message message) {
    return of(message, false, Optional.empty());
  }

  public static Reply error(Error error, Message message) {
    return of(message, true, Optional.of(error));
  }

  /**
   * Asks before something is done that cannot be taken back: nothing was done yet.
   *
   * @param label of the button that does it
   * @param command what that button says, which can be typed as well
   */
  public static Reply unconfirmed(String question, String label, String command) {
    return error(
        Error.UNCONFIRMED,
        Message.of(
            question,
            Block.line(question),
            new Block.Buttons(List.of(Block.Button.primary(label, command))),
            Block.line(Span.text("or write "), Span.code(command))));
  }

  /** Whether it was asked for something that cannot be done as it was said. */
  public boolean isMistake() {
    return error.filter(why -> why != Error.UNCONFIRMED).isPresent();
  }

  public Reply with(Form asked) {
    return new Reply(message, isPrivate, error, missing, Optional.of(asked));
  }

  /** With a message that says more. */
  public Reply saying(Message more) {
    return new Reply(more, isPrivate, error, missing, form);
  }

  public Reply missing(List<String> names) {
    return new Reply(message, isPrivate, error, names, form);
  }

  private static Reply of(Message message, boolean isPrivate, Optional<Error> error) {
    return new Reply(message, isPrivate, error, List.of(), Optional.empty());
  }
}
