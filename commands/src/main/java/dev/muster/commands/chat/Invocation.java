package dev.muster.commands.chat;

import dev.muster.commands.people.Person;

/**
 * Somebody asks for something: a slash command, a button, a form, a call of the API, all alike.
 *
 * @param requestId ties logs, audit and answer together
 */
public record Invocation(Person actor, Place place, String text, String requestId) {

  /** The same asker at the same place with other words. */
  public Invocation saying(String other) {
    return new Invocation(actor, place, other, requestId);
  }
}
