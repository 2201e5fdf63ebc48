package dev.muster.commands.alert;

import dev.muster.commands.people.PersonId;

/** Whom a route tells besides its channel. */
public sealed interface Recipient {

  /** A mailbox by its name in the configuration. */
  record Mailbox(String name) implements Recipient {}

  record Somebody(PersonId person) implements Recipient {}
}
