package dev.muster.bot.config.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of a reading, so that all are told at once. Not thread-safe. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Place place, String message) {
    found.add(new Problem(place, message));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Each problem once, in the order in which a reader comes to them. */
  public List<Problem> inOrder() {
    return found.stream().sorted(Comparator.comparing(Problem::place)).toList();
  }
}
