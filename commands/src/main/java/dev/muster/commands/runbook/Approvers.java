package dev.muster.commands.runbook;

import dev.muster.commands.people.Askable;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Vote;
import java.util.Optional;

/**
 * Who can still give the approval that a run asks for: not whoever lacks a role or the right, whose
 * word does not count because they asked for the run, or who has given it already.
 *
 * @param runbook that the run is pinned to
 * @param effect what the run does to the world
 */
public record Approvers(Access access, Runbook runbook, Effect effect, Run run) {

  /** Empty where it asks for none, or nobody knows its runbook any more. */
  public static Optional<Approvers> of(Desk desk, Run run) {
    return desk.pinned(run)
        .map(it -> new Approvers(desk.access(), it.runbook(), desk.effect(it, run), run))
        .filter(it -> it.approval().isPresent());
  }

  private Optional<Question.Approval> approval() {
    return run.question()
        .flatMap(asked ->
            asked.question() instanceof Question.Approval approval
                ? Optional.of(approval)
                : Optional.empty());
  }

  /** Why somebody's word never counts there, whoever asked for the run. */
  public Optional<Refusal> against(Person person) {
    return approval()
        .flatMap(it -> access.againstApproving(person, runbook, effect, it.roles()))
        .map(why -> why.among(this::isLeft));
  }

  /** Whether they have a role and the right, whatever was said until now. */
  public boolean mayEver(Person person) {
    return against(person).isEmpty();
  }

  /** Whether what they say would count now. */
  public boolean can(Person person) {
    return isLeft(person) && mayEver(person);
  }

  public Askable left() {
    return access.directory().askable(this::can);
  }

  private boolean isLeft(Person person) {
    var id = person.id().value();
    var isExcluded = approval().filter(Question.Approval::notRequester).isPresent();
    return !(isExcluded && run.origin().requester().id().equals(id))
        && run.question().map(Asked::votes).stream()
            .flatMap(votes -> votes.stream())
            .filter(Vote::isFor)
            .noneMatch(vote -> vote.by().id().equals(id));
  }
}
