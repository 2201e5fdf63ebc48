package dev.muster.commands.intake.history;

import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;

/** The alerts that were taken in. */
public interface AlertHistory {

  /** Newest first. */
  Page<Alert> list(AlertFilter filter, PageRequest page);
}
