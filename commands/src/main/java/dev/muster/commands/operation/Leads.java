package dev.muster.commands.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.runbooks.run.RunId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where an entry of the operation log leads on to, for whom: nobody is shown what would refuse
 * them, or what is not there any more. Thread-safe.
 *
 * @param kept those of these runs that there still are
 */
public record Leads(Directory directory, Function<Collection<RunId>, Set<RunId>> kept) {

  public static final Right EDIT = new Right("report", "edit");

  public boolean maySeeRuns(Person reader) {
    return Access.some(directory, reader, Access.VIEW).isAllowed();
  }

  /**
   * Where one entry leads somebody.
   *
   * @param run that is still there, for those who may look at it
   * @param isGone whether retention has removed its run
   * @param mayEdit whether they may add to it
   */
  public record Lead(
      Optional<RunId> run, boolean isGone, Optional<IncidentId> incident, boolean mayEdit) {}

  /** Asks once what there still is. */
  public Lead of(Operation operation, Person reader) {
    var entry = operation.entry();
    var kept = entry.run().filter(run -> this.kept.apply(Set.of(run)).contains(run));
    return new Lead(
        kept.filter(_ -> maySeeRuns(reader)),
        !kept.equals(entry.run()),
        entry.incident().filter(_ -> directory.allows(reader, IncidentActions.VIEW)),
        directory.allows(reader, EDIT));
  }
}
