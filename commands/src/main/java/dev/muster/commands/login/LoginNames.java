package dev.muster.commands.login;

import dev.muster.commands.people.Person;
import java.util.Optional;

/** Finds people by what they, or a sign-in proxy, call them. */
@FunctionalInterface
public interface LoginNames {

  /** By their id or their e-mail address; empty where that is nobody, or not clear. */
  Optional<Person> named(String name);
}
