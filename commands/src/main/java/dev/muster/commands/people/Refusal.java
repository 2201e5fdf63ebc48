package dev.muster.commands.people;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Why somebody may not do something, in the words of every denial. Who could is looked up only when
 * somebody wants to know.
 */
public final class Refusal {

  private final Right needed;
  private final List<String> roles;
  private final List<String> besides;
  private final Supplier<Askable> who;
  private final Supplier<String> nobody;

  private Refusal(
      Right needed,
      List<String> roles,
      List<String> besides,
      Supplier<Askable> who,
      Supplier<String> nobody) {
    this.needed = needed;
    this.roles = List.copyOf(roles);
    this.besides = List.copyOf(besides);
    this.who = who;
    this.nobody = nobody;
  }

  /**
   * @param roles each of which is enough
   * @param who could
   * @param nobody what is said where nobody could
   */
  Refusal(Right needed, List<String> roles, Supplier<Askable> who, Supplier<String> nobody) {
    this(needed, roles, List.of(), who, nobody);
  }

  /** The same where one of these roles is needed besides, because the others do not grant it. */
  public Refusal besides(List<String> granting) {
    return new Refusal(needed, roles, granting, who, nobody);
  }

  /** The same where not everybody who could can do it now. */
  public Refusal among(Predicate<Person> fits) {
    return new Refusal(needed, roles, besides, () -> who.get().among(fits), nobody);
  }

  /** {@code It needs role dba or on-call.} */
  public String needs() {
    return roles.isEmpty()
        ? "No role of the configuration allows it (right " + needed + ")."
        : "It needs role "
            + or(roles)
            + (besides.isEmpty() ? "." : ", and role " + or(besides) + " besides.");
  }

  /** Whom to ask: {@code On call now: Ann. Ask Bob, Carl.} */
  public String whoHasIt() {
    return who.get().words().orElseGet(nobody);
  }

  private static String or(List<String> names) {
    return String.join(" or ", names);
  }
}
