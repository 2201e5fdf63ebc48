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
 * @param best those that fit best, the best first
 * @param others how many more there are
 */
public record Suggested(List<Entry> best, int others) {

  public static final Suggested NOTHING = new Suggested(List.of(), 0);

  /** A post names no more. */
  private static final int NAMED = 3;

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingInt(Entry::rank).reversed().thenComparing(Entry::runbook);

  public Suggested {
    best = List.copyOf(best);
  }

  /**
   * One of them.
   *
   * @param rank the higher, the better it fits
   */
  public record Entry(String runbook, String title, int rank) {}

  /** With more of them; what it names already it names once. */
  public Suggested with(Collection<Entry> more) {
    var byName =
        Stream.concat(best.stream(), more.stream())
            .collect(Collectors.toMap(Entry::runbook, it -> it, BinaryOperator.minBy(BEST_FIRST)));
    var all = byName.values().stream().sorted(BEST_FIRST).toList();
    var named = all.stream().limit(NAMED).toList();
    return new Suggested(named, others + all.size() - named.size());
  }

  /** Those that fit as well as the best does: nothing tells which of them comes first. */
  public List<Entry> first() {
    return best.stream().filter(one -> one.rank() == best.getFirst().rank()).toList();
  }
}
