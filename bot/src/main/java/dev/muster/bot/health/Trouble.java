package dev.muster.bot.health;

import java.util.List;

/**
 * Something about Muster itself that somebody has to mend.
 *
 * @param details places and reasons, each in a line as it was found
 * @param next what to do about it
 */
public record Trouble(String headline, List<String> details, String next) {

  public Trouble {
    details = List.copyOf(details);
  }
}
