package dev.muster.bot.console;

/** An address asks a list for something that it cannot be filtered by. */
final class UnknownChoice extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String list;

  UnknownChoice(String list, String message) {
    super(message, null, false, false);
    this.list = list;
  }

  /** The address of the whole list. */
  String list() {
    return list;
  }
}
