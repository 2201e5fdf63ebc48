package dev.muster.commands.intake.history;

import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import java.util.List;
import java.util.Optional;

/** The alerts that were taken in. */
public interface AlertHistory {

  /** Newest first. */
  Page<Alert> list(AlertFilter filter, PageRequest page);

  /**
   * The worst first, then the oldest; for those that fire, since all of them are looked at.
   *
   * @param from how many to pass over
   */
  Ranked<Alert> worstFirst(AlertFilter filter, int from, int most);

  /**
   * Those whose title has all the words or their beginnings, each as it fired last, newest first,
   * at most so many.
   */
  List<Alert> titled(SearchWords words, int limit);

  Optional<Alert> numbered(long id);
}
