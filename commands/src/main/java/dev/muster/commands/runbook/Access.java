package dev.muster.commands.runbook;

import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.HeldRole;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.people.Right;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Runbook;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a runbook: a person's own rights and what the runbook itself says must both
 * allow it.
 */
public record Access(Directory directory) {

  private static final String AREA = "runbook";

  /** Also whoever may do anything at all with some runbook may look. */
  public static final Right VIEW = new Right(AREA, "view");

  public static final Right RUN = new Right(AREA, "run");
  public static final Right APPROVE = new Right(AREA, "approve");

  /** Stopping and mending runs of others. */
  public static final Right ACT = new Right(AREA, "act");

  /** Whether somebody may look at runbooks, or do this to some of them. */
  public static Decision some(Directory directory, Person person, Right right) {
    var decision = directory.decideForSome(person, right);
    var isLook = right.equals(VIEW) && !decision.isAllowed();
    return isLook && mayAnything(directory, person) ? new Decision.Open() : decision;
  }

  private static boolean mayAnything(Directory directory, Person person) {
    return Set.of(RUN, APPROVE, ACT).stream()
        .anyMatch(right -> directory.decideForSome(person, right).isAllowed());
  }

  /** Why somebody may not run it; empty where they may. */
  public Optional<Refusal> againstRunning(Person person, Runbook runbook, Effect effect) {
    return lacking(person, RUN, runbook, effect)
        .or(() -> outside(person, RUN, runbook.permissions().run()));
  }

  /** Why somebody may not approve where one of these roles is needed. */
  public Optional<Refusal> againstApproving(
      Person person, Runbook runbook, Effect effect, Set<String> roles) {
    return lacking(person, APPROVE, runbook, effect).or(() -> outside(person, APPROVE, roles));
  }

  /** Why somebody may not stop or mend a run of it. */
  public Optional<Refusal> againstActing(Person person, Runbook runbook, Effect effect) {
    return lacking(person, ACT, runbook, effect).isEmpty()
        ? Optional.empty()
        : againstRunning(person, runbook, effect);
  }

  /** Somebody of the configuration, if they still are. */
  public Optional<Person> person(String id) {
    return directory.find(new PersonId(id));
  }

  public boolean hasRole(Person person, Set<String> roles) {
    return directory.held(person).stream().map(HeldRole::name).anyMatch(roles::contains);
  }

  private Optional<Refusal> lacking(Person person, Right right, Runbook runbook, Effect effect) {
    return switch (directory.decide(person, right, traits(runbook, effect))) {
      case Decision.Open _, Decision.Granted _ -> Optional.empty();
      case Decision.Refused(var refusal) -> Optional.of(refusal);
    };
  }

  private Optional<Refusal> outside(Person person, Right right, Set<String> roles) {
    return roles.isEmpty() || hasRole(person, roles)
        ? Optional.empty()
        : Optional.of(directory.lacking(right, roles));
  }

  /** To what rights can be narrowed. */
  private static Set<String> traits(Runbook runbook, Effect effect) {
    var traits = new HashSet<String>();
    runbook.about().tags().forEach(tag -> traits.add("tag=" + tag));
    if (effect.readsOnly()) {
      traits.add("reads-only");
    }
    return traits;
  }
}
