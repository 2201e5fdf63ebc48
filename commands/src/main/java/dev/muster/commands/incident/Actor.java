package dev.muster.commands.incident;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;

/**
 * Who acts: a person, a sender on its own, or Muster itself. The actor of a command is always the
 * human.
 */
public sealed interface Actor {

  /** How a reader knows the actor. */
  String name();

  /** How the database and the API know the actor: a person's id, or a word and a colon before. */
  String key();

  static Actor of(Person person) {
    return new Human(person.id(), person.name());
  }

  record Human(PersonId id, String name) implements Actor {
    @Override
    public String key() {
      return id.value();
    }
  }

  /** Nobody asked for it: Muster says what it noticed. */
  record Muster() implements Actor {
    @Override
    public String name() {
      return "Muster";
    }

    @Override
    public String key() {
      return "system:muster";
    }
  }

  /** A monitoring system, by the name of its integration. */
  record Sender(String name) implements Actor {
    @Override
    public String key() {
      return "integration:" + name;
    }
  }
}
