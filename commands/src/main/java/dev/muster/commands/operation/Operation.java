package dev.muster.commands.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the operation log, which is never changed, and what was added to it.
 *
 * @param addenda the earliest first
 */
public record Operation(OperationId id, Entry entry, List<Addendum> addenda) {

  public Operation {
    addenda = List.copyOf(addenda);
  }

  /**
   * The entry itself.
   *
   * @param by who did it, or had it done
   * @param run the run that did it; absent for what was done by hand
   */
  public record Entry(
      Account account,
      Who by,
      Instant writtenAt,
      Optional<RunId> run,
      Optional<IncidentId> incident) {}

  /** What somebody said of it afterwards. */
  public record Addendum(Account.Part part, String text, Who by, Instant at) {}

  public Account account() {
    return entry.account();
  }

  public List<Addendum> addenda(Account.Part part) {
    return addenda.stream().filter(one -> one.part() == part).toList();
  }

  /** Whether something went wrong, as far as anybody said. */
  public boolean hasIssues() {
    return !account().issues().isEmpty() || !addenda(Account.Part.ISSUES).isEmpty();
  }
}
