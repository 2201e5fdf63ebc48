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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

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
    return against(person, new Need(RUN, traits(runbook, effect), runbook.permissions().run()));
  }

  /** Why somebody may not approve where one of these roles is needed. */
  public Optional<Refusal> againstApproving(
      Person person, Runbook runbook, Effect effect, Set<String> roles) {
    return against(person, new Need(APPROVE, traits(runbook, effect), roles));
  }

  /** Why somebody may not stop or mend a run of it. */
  public Optional<Refusal> againstActing(Person person, Runbook runbook, Effect effect) {
    var act = new Need(ACT, traits(runbook, effect), Set.of());
    var run = new Need(RUN, act.traits(), runbook.permissions().run());
    Predicate<Person> may = it -> meets(it, act) || meets(it, run);
    var roles = new TreeSet<>(enough(act));
    roles.addAll(enough(run));
    return may.test(person) ? Optional.empty() : Optional.of(directory.lacking(ACT, roles, may));
  }

  /**
   * The same of what nobody knows the runbook of any more: whether there may be some to which they
   * may do it.
   */
  public Optional<Refusal> againstSome(Person person, Right right) {
    return refusal(some(directory, person, right));
  }

  /** The same where one of these roles is needed besides; empty: none. */
  public Optional<Refusal> againstSome(Person person, Right right, Set<String> roles) {
    Predicate<Person> has = it -> roles.isEmpty() || hasRole(it, roles);
    Predicate<Person> may = it -> has.test(it) && some(directory, it, right).isAllowed();
    return has.test(person)
        ? againstSome(person, right)
        : Optional.of(directory.lacking(right, roles, may));
  }

  /** Somebody of the configuration, if they still are. */
  public Optional<Person> person(String id) {
    return directory.find(new PersonId(id));
  }

  public boolean hasRole(Person person, Set<String> roles) {
    return directory.held(person).stream().map(HeldRole::name).anyMatch(roles::contains);
  }

  /**
   * What somebody has to have.
   *
   * @param roles of which one is needed besides the right; empty: none
   */
  private record Need(Right right, Set<String> traits, Set<String> roles) {}

  private boolean meets(Person person, Need need) {
    return directory.decide(person, need.right(), need.traits()).isAllowed()
        && (need.roles().isEmpty() || hasRole(person, need.roles()));
  }

  private Optional<Refusal> against(Person person, Need need) {
    return meets(person, need) ? Optional.empty() : Optional.of(refusal(need));
  }

  private Refusal refusal(Need need) {
    var granting = directory.rolesWith(need.right(), need.traits());
    var enough = enough(need);
    Predicate<Person> may = it -> meets(it, need);
    return enough.isEmpty() && !granting.isEmpty()
        ? directory.lacking(need.right(), need.roles(), may).besides(granting)
        : directory.lacking(need.right(), enough, may);
  }

  /** The roles each of which has all that is needed. */
  private List<String> enough(Need need) {
    return directory.rolesWith(need.right(), need.traits()).stream()
        .filter(role -> need.roles().isEmpty() || need.roles().contains(role))
        .toList();
  }

  private static Optional<Refusal> refusal(Decision decision) {
    return switch (decision) {
      case Decision.Open _, Decision.Granted _ -> Optional.empty();
      case Decision.Refused(var refusal) -> Optional.of(refusal);
    };
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
