package dev.muster.bot.config;

import java.util.Map;

/** A channel by our name for it, and what it is called on each chat platform it exists on. */
public record Channel(String name, Map<String, String> platforms) {

  public Channel {
    platforms = Map.copyOf(platforms);
  }
}
