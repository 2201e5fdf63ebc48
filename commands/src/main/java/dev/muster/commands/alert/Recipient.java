package dev.muster.commands.alert;

import dev.muster.commands.people.PersonId;

/** Whom a route tells besides its channel. */
public sealed interface Recipient {

  /** A mailbox by its name in the configuration. */
  record Mailbox(String name) implements Recipient {
    @Override
    public String word() {
      return MAILBOX + name;
    }
  }

  record Somebody(PersonId person) implements Recipient {
    @Override
    public String word() {
      return PERSON + person.value();
    }
  }

  String MAILBOX = "mailbox:";
  String PERSON = "person:";

  /** As the configuration writes it, such as {@code mailbox:ops}. */
  String word();

  /** What {@link #word} wrote. */
  static Recipient of(String word) {
    if (word.startsWith(MAILBOX)) {
      return new Mailbox(word.substring(MAILBOX.length()));
    }
    if (word.startsWith(PERSON)) {
      return new Somebody(new PersonId(word.substring(PERSON.length())));
    }
    throw new IllegalArgumentException(word + " is nobody that a route tells");
  }
}
