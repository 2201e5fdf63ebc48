package dev.muster.commands.store;

import java.util.List;

/** Some of a list that is in an order of its own, and how many there are in all. */
public record Ranked<T>(List<T> items, long total) {

  public Ranked {
    items = List.copyOf(items);
  }
}
