package dev.muster.commands.people;

import java.time.ZoneId;
import java.util.Set;

/** Somebody of the configuration: the same person on every platform. */
public record Person(PersonId id, String name, ZoneId zone, Set<String> roles) {

  public Person {
    roles = Set.copyOf(roles);
  }
}
