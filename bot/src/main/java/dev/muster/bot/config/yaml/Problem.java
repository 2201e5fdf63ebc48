package dev.muster.bot.config.yaml;

/**
 * What is wrong at a place and what to write instead, in one line; never holds a secret's value.
 */
public record Problem(Place place, String message) {

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
