package dev.muster.bot.page;

import java.util.Map;

/** Knows who is asking, and what to tell those whom it does not know. Thread-safe and blocking. */
public interface Gate {

  Caller caller(Knock knock);

  /**
   * The page that a stranger gets in place of the one that was asked for.
   *
   * @param values of the request; its address under {@code next}
   */
  Answer strangersPage(Map<String, String> values);

  Answer strangersPart();
}
