package dev.muster.runbooks.run;

import dev.muster.runbooks.language.Phase;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of the steps of a run, by path. Immutable. */
public record Steps(SortedMap<StepPath, StepRecord> byPath) {

  public static final Steps NONE = new Steps(new TreeMap<>());

  public Steps {
    byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
  }

  public static Steps of(Collection<StepRecord> records) {
    var byPath = new TreeMap<StepPath, StepRecord>();
    records.forEach(step -> byPath.put(step.path(), step));
    return new Steps(byPath);
  }

  public Optional<StepRecord> find(StepPath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** In the order of the runbook. */
  public List<StepRecord> in(Phase phase) {
    return byPath.values().stream().filter(step -> step.path().phase() == phase).toList();
  }

  /** Those of one step's items, in order. */
  public List<StepRecord> items(StepPath whole) {
    return List.copyOf(byPath.subMap(whole.item(0), whole.item(Integer.MAX_VALUE)).values());
  }

  /** Those that are other records than before: what is to be written. */
  public List<StepRecord> changedSince(Steps before) {
    return byPath.values().stream()
        .filter(step -> !step.equals(before.byPath.get(step.path())))
        .toList();
  }

  public Steps with(StepRecord step) {
    var next = new TreeMap<>(byPath);
    next.put(step.path(), step);
    return new Steps(next);
  }
}
