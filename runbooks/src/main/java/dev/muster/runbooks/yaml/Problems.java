package dev.muster.runbooks.yaml;

import dev.muster.runbooks.yaml.Problem.Kind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of a reading, so that all are told at once. Not thread-safe. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Place place, String message) {
    found.add(new Problem(place, Kind.ERROR, message));
  }

  /** What is allowed and probably not meant. */
  public void warn(Place place, String message) {
    found.add(new Problem(place, Kind.WARNING, message));
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** What has to be mended first; warnings can wait. */
  public List<Problem> errors() {
    return inOrder().stream().filter(Problem::isError).toList();
  }

  /** Each problem once, in the order in which a reader comes to them. */
  public List<Problem> inOrder() {
    return found.stream().sorted(Comparator.comparing(Problem::place)).toList();
  }
}
