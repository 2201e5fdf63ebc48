package dev.muster.commands.people;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Why somebody may not do something, in the words of every denial. Who could is looked up only when
 * somebody wants to know.
 */
public final class Refusal {

  private static final int NAMED = 5;

  private final Right needed;
  private final List<String> roles;
  private final Supplier<List<Person>> all;
  private final Function<Person, List<HeldRole>> held;

  Refusal(
      Right needed,
      List<String> roles,
      Supplier<List<Person>> all,
      Function<Person, List<HeldRole>> held) {
    this.needed = needed;
    this.roles = List.copyOf(roles);
    this.all = all;
    this.held = held;
  }

  /** The right that is missing. */
  public Right needed() {
    return needed;
  }

  /** {@code It needs role dba or on-call.} */
  public String needs() {
    return roles.isEmpty()
        ? "No role of the configuration allows it (right " + needed + ")."
        : "It needs role " + String.join(" or ", roles) + ".";
  }

  /** Whom to ask: {@code On call now: Ann. Ask Bob, Carl.} */
  public String whoHasIt() {
    var holders = all.get().stream().filter(person -> !rolesOf(person).isEmpty()).toList();
    var onCall = holders.stream().filter(this::isOnDuty).toList();
    var others = holders.stream().filter(person -> !isOnDuty(person)).toList();
    if (holders.isEmpty()) {
      return "Nobody has it.";
    }
    var now = onCall.isEmpty() ? "" : "On call now: " + names(onCall) + ".";
    return others.isEmpty() ? now : (now + " Ask " + names(others) + ".").strip();
  }

  private List<HeldRole> rolesOf(Person person) {
    return held.apply(person).stream().filter(role -> roles.contains(role.name())).toList();
  }

  private boolean isOnDuty(Person person) {
    return rolesOf(person).stream().anyMatch(role -> role.duty().isPresent());
  }

  private static String names(List<Person> people) {
    var shown = String.join(", ", people.stream().limit(NAMED).map(Person::name).toList());
    return people.size() > NAMED ? shown + " and " + (people.size() - NAMED) + " more" : shown;
  }
}
