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

  boolean mayEdit(Person reader) {
    return directory.allows(reader, EDIT);
  }

  public boolean maySeeRuns(Person reader) {
    return Access.some(directory, reader, Access.VIEW).isAllowed();
  }

  /** Those that retention has removed are gone. */
  public boolean isGone(RunId run) {
    return kept.apply(Set.of(run)).isEmpty();
  }

  /** The run of an entry, for those who may look at it. */
  public Optional<RunId> run(Operation operation, Person reader) {
    return operation.entry().run().filter(_ -> maySeeRuns(reader)).filter(run -> !isGone(run));
  }

  Optional<IncidentId> incident(Operation operation, Person reader) {
    return operation.entry().incident().filter(_ -> directory.allows(reader, IncidentActions.VIEW));
  }
}
