package dev.muster.commands.runbook.live;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Approvers;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whom a run names when it needs people: who may answer, and of many of these those who are on call
 * now. Naming everybody would teach them not to look.
 *
 * @param effect what a run does to the world, by the runbook that it is pinned to
 */
public record Summons(Directory directory, Function<Run, Effect> effect) {

  private static final int MOST = 4;

  List<Person> whom(Run run, Runbook runbook) {
    var isApproval =
        run.question().filter(asked -> asked.question() instanceof Question.Approval).isPresent();
    return isApproval ? few(approvers(run, runbook)) : hands(run, runbook);
  }

  private List<Person> approvers(Run run, Runbook runbook) {
    return able(new Approvers(access(), runbook, effect.apply(run), run)::can);
  }

  /** Whoever asked for the run has it in hand; else who may act on it. */
  private List<Person> hands(Run run, Runbook runbook) {
    Optional<Person> requester =
        run.origin().requester().isPerson()
            ? directory.find(new PersonId(run.origin().requester().id()))
            : Optional.empty();
    var effects = effect.apply(run);
    return requester
        .map(List::of)
        .orElseGet(
            () -> few(able(person -> access().againstActing(person, runbook, effects).isEmpty())));
  }

  private Access access() {
    return new Access(directory);
  }

  private List<Person> able(Predicate<Person> may) {
    return directory.people().stream().filter(may).toList();
  }

  private List<Person> few(List<Person> able) {
    if (able.size() <= MOST) {
      return able;
    }
    var onCall = able.stream().filter(directory::isOnCall).toList();
    return onCall.size() <= MOST ? onCall : List.of();
  }
}
