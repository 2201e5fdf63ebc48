package dev.muster.commands.runbook.message;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.people.PersonId;
import dev.muster.runbooks.kind.Attempt;
import java.util.Optional;

/** Who hears something. */
public sealed interface Addressee {

  String CHANNEL = "channel:";

  /** Whoever follows an incident, in its thread. */
  record Thread(IncidentId incident) implements Addressee {
    @Override
    public String words() {
      return "the thread of " + incident;
    }
  }

  /** A channel by the configuration's name. */
  record Channel(String name) implements Addressee {
    @Override
    public String words() {
      return "#" + name;
    }
  }

  /** Somebody by mail. */
  record Mailed(Recipient recipient) implements Addressee {
    @Override
    public String words() {
      return recipient.word();
    }
  }

  /** For people. */
  String words();

  /** Where a run talks. */
  static Addressee of(Attempt.Place place) {
    return place
        .incident()
        .<Addressee>map(incident -> new Thread(new IncidentId(incident)))
        .orElseGet(() -> new Channel(place.channel()));
  }

  /** As a runbook writes it, such as {@code channel:incidents}; empty where it means nobody. */
  static Optional<Addressee> parse(String word) {
    if (named(word, CHANNEL)) {
      return Optional.of(new Channel(word.substring(CHANNEL.length())));
    }
    if (named(word, Recipient.MAILBOX)) {
      var mailbox = word.substring(Recipient.MAILBOX.length());
      return Optional.of(new Mailed(new Recipient.Mailbox(mailbox)));
    }
    if (named(word, Recipient.PERSON)) {
      var person = new PersonId(word.substring(Recipient.PERSON.length()));
      return Optional.of(new Mailed(new Recipient.Somebody(person)));
    }
    return Optional.empty();
  }

  private static boolean named(String word, String kind) {
    return word.startsWith(kind) && word.length() > kind.length();
  }
}
