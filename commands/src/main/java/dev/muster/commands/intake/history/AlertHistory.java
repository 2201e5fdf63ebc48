package dev.muster.commands.intake.history;

import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.util.Optional;

/** The alerts that were taken in. */
public interface AlertHistory {

  /** Newest first. */
  Page<Alert> list(AlertFilter filter, PageRequest page);

  Optional<Alert> find(AlertRef ref);
}
