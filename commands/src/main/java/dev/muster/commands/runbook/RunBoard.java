package dev.muster.commands.runbook;

import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.run.Run;
import java.util.List;

/** Runs as lists show them. Blocking and thread-safe. */
public interface RunBoard {

  /** Those that are not over, without the runs that other runs started: the newest first. */
  List<Run> live(int most);

  long countLive();

  /** All that people or triggers started, the newest first. */
  Page<Run> all(PageRequest page);
}
