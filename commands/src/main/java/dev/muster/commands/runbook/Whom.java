package dev.muster.commands.runbook;

import dev.muster.commands.people.Person;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.rule.BreakGlass;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom somebody can turn to whose own word does not count for a run.
 *
 * @param rule of breaking the glass, as configured now
 */
public record Whom(Desk desk, Supplier<Optional<BreakGlass>> rule) {

  /** Those who can approve it now; where there is nobody, what can be done. */
  public String approves(Run run) {
    return Approvers.of(desk, run).flatMap(it -> it.left().words()).orElseGet(() -> nobody(run));
  }

  /** Those who may break the glass. */
  public String breaksGlass(Run run) {
    return desk.directory()
        .askable(person -> mayBreak(person, run))
        .words()
        .orElseGet(() -> desk.directory().nobody("Nobody else can"));
  }

  public boolean mayBreak(Person person, Run run) {
    return rule.get()
        .filter(it -> desk.access().hasRole(person, it.roles()))
        .filter(it -> it.requester() || !isRequester(person, run))
        .isPresent();
  }

  public static boolean isRequester(Person person, Run run) {
    return run.origin().requester().id().equals(person.id().value());
  }

  private String nobody(Run run) {
    var breakers = desk.directory().askable(person -> mayBreak(person, run)).names();
    return breakers
        .map(names ->
            "Nobody else can. %s %s may break the glass: `/runbook break-glass %s <why>`."
                .formatted(opens(run), names, run.id()))
        .orElseGet(() -> desk.directory().nobody("Nobody else can"));
  }

  /** {@code In 8 min}. */
  private String opens(Run run) {
    var now = desk.now();
    return run.question()
        .map(Asked::at)
        .flatMap(at -> rule.get().map(it -> it.opens(at)))
        .filter(now::isBefore)
        .map(at -> "In " + Words.duration(Duration.between(now, at).plusMillis(59_999)))
        .orElse("Now");
  }
}
