package dev.muster.commands.chat;

/** A chat refused a message or could not be reached; the same call may go through later. */
public class ChatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ChatException(String message, Throwable cause) {
    super(message, cause);
  }
}
