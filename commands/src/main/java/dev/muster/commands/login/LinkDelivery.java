package dev.muster.commands.login;

import dev.muster.commands.people.Person;

/** Brings people their login links, by a way that only they can read. Blocking. */
public interface LinkDelivery {

  /**
   * False when no way to this person is known. Throws when it failed.
   *
   * @param link its whole address
   */
  boolean deliver(Person person, String link);

  /** Whether nothing went this way when it was last tried, whoever it was for. */
  default boolean hasTrouble() {
    return false;
  }
}
