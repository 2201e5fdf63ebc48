package dev.muster.commands.notify;

import java.util.Locale;

/** Why somebody is told of an incident. */
public enum Occasion {
  OPENED,
  /** It is over, or goes on as another. */
  OVER,
  /** It was over, and is not. */
  AGAIN;

  public static Occasion of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
