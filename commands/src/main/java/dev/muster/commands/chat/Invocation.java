package dev.muster.commands.chat;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.Via;
import java.util.Optional;

/**
 * Somebody asks for something: a slash command, a button, a form, a call of the API, all alike.
 *
 * @param requestId ties logs, audit and answer together
 * @param via the API token that it came by; absent where somebody asked in person
 */
public record Invocation(
    Person actor, Place place, String text, String requestId, Optional<Via> via) {

  /** By somebody in person. */
  public Invocation(Person actor, Place place, String text, String requestId) {
    this(actor, place, text, requestId, Optional.empty());
  }

  /** The same asker at the same place with other words. */
  public Invocation saying(String other) {
    return new Invocation(actor, place, other, requestId, via);
  }
}
