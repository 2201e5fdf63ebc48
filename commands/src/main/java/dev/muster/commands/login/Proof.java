package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.util.Optional;

/** What a token proves. */
public sealed interface Proof {

  /** That it is this person who shows it. */
  record Good(PersonId person) implements Proof {}

  /**
   * Nothing.
   *
   * @param person whose it was, where that is known
   */
  record Bad(LoginRefusal why, Optional<PersonId> person) implements Proof {}
}
