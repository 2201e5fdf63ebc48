package dev.muster.runbooks.run;

import static java.util.Comparator.comparing;

import dev.muster.runbooks.language.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the steps of a run. Immutable.
 *
 * @param all in the order of their paths, one for each
 */
public record Steps(List<StepRecord> all) {

  public static final Steps NONE = new Steps(List.of());

  public Steps {
    all = List.copyOf(all);
  }

  public static Steps of(Collection<StepRecord> records) {
    return new Steps(records.stream().sorted(comparing(StepRecord::path)).toList());
  }

  public Optional<StepRecord> find(StepPath path) {
    var at = position(path);
    return at < 0 ? Optional.empty() : Optional.of(all.get(at));
  }

  /** In the order of the runbook. */
  public List<StepRecord> in(Phase phase) {
    return all.stream().filter(step -> step.path().phase() == phase).toList();
  }

  /** Those of one step's items, in order. */
  public List<StepRecord> items(StepPath whole) {
    return all.subList(place(whole.item(0)), place(whole.item(Integer.MAX_VALUE)));
  }

  /** Those that are other records than before: what is to be written. */
  public List<StepRecord> changedSince(Steps before) {
    var changed = new ArrayList<StepRecord>();
    var old = 0;
    for (var step : all) {
      while (old < before.all.size() && isBefore(before.all.get(old), step)) {
        old++;
      }
      if (old == before.all.size() || !step.equals(before.all.get(old))) {
        changed.add(step);
      }
    }
    return changed;
  }

  public Steps with(StepRecord step) {
    var next = new ArrayList<>(all);
    var at = position(step.path());
    if (at < 0) {
      next.add(-at - 1, step);
    } else {
      next.set(at, step);
    }
    return new Steps(next);
  }

  private static boolean isBefore(StepRecord one, StepRecord other) {
    return one.path().compareTo(other.path()) < 0;
  }

  /** Where it is, or would be. */
  private int place(StepPath path) {
    var at = position(path);
    return at < 0 ? -at - 1 : at;
  }

  /** Where it is, or where it would be as {@code -(place) - 1}. */
  private int position(StepPath path) {
    var low = 0;
    var high = all.size() - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var compared = all.get(middle).path().compareTo(path);
      if (compared == 0) {
        return middle;
      }
      low = compared < 0 ? middle + 1 : low;
      high = compared < 0 ? high : middle - 1;
    }
    return -low - 1;
  }
}
