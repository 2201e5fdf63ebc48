package dev.muster.commands.incident.suggested;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runbooks that fit alerts of an incident, for people to start. Immutable.
 *
 * @param all of them, the best first, each once
 */
public record Suggested(List<Entry> all) {

  /** A post names no more. */
  private static final int NAMED = 3;

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingInt(Entry::rank).reversed().thenComparing(Entry::runbook);

  public static final Suggested NOTHING = new Suggested(List.of());

  public Suggested {
    all =
        all.stream()
            .collect(Collectors.toMap(Entry::runbook, it -> it, BinaryOperator.minBy(BEST_FIRST)))
            .values()
            .stream()
            .sorted(BEST_FIRST)
            .toList();
  }

  /**
   * One of them.
   *
   * @param rank the higher, the better it fits
   */
  public record Entry(String runbook, String title, int rank) {}

  /** With more of them; what it has already it has once. */
  public Suggested with(Collection<Entry> more) {
    return new Suggested(Stream.concat(all.stream(), more.stream()).toList());
  }

  /** Those that a post names. */
  public List<Entry> best() {
    return all.stream().limit(NAMED).toList();
  }

  /** How many more there are. */
  public int others() {
    return all.size() - best().size();
  }

  /** Those that fit as well as the best does: nothing tells which of them comes first. */
  public List<Entry> first() {
    return best().stream().filter(one -> one.rank() == all.getFirst().rank()).toList();
  }
}
