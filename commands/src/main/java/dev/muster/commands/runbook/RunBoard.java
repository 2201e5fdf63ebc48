package dev.muster.commands.runbook;

import dev.muster.commands.chat.Place;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.runbooks.run.Run;
import java.util.List;
import java.util.Optional;

/** Runs as lists show them. Blocking and thread-safe. */
public interface RunBoard {

  /** Those that are not over, without the runs that other runs started: the newest first. */
  List<Run> live(int most);

  long countLive();

  /** The run in whose thread a place is, over or not. */
  Optional<Run> at(Place place);

  /** Those of an incident that are not over; of runs that runs started, those that need people. */
  List<Run> openOf(IncidentId incident, int most);

  /** Those of a runbook that people or triggers started, not dry, and that are not over. */
  List<Run> openOf(String runbook, int most);

  /** All of a runbook that are not over, whoever started them, dry or not. */
  List<Run> allOpenOf(String runbook, int most);

  /** Those of a runbook, the newest first. */
  List<Run> of(String runbook, int most);

  /** Those of an incident, the newest first. */
  List<Run> of(IncidentId incident, int most);

  /** All that people or triggers started, the newest first. */
  Page<Run> all(PageRequest page);
}
