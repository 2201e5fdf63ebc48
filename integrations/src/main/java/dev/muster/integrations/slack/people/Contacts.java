package dev.muster.integrations.slack.people;

import dev.muster.commands.people.PersonId;
import java.util.Optional;

/** What the configuration says now of how people are reached. Thread-safe. */
public interface Contacts {

  Optional<PersonId> bySlack(String user);

  /** Empty where two people have the address. */
  Optional<PersonId> byMail(String address);

  Optional<String> slack(PersonId person);

  Optional<String> mail(PersonId person);
}
