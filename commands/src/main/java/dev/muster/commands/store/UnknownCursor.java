package dev.muster.commands.store;

/** Somebody goes on after a place in a list that no list has given out. */
public final class UnknownCursor extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownCursor(String cursor) {
    super("\"" + cursor + "\" is no cursor of this list", null, false, false);
  }
}
