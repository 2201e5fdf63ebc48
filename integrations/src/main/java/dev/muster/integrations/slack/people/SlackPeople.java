package dev.muster.integrations.slack.people;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.util.Optional;

/**
 * People of the configuration and their accounts in Slack. Blocking and thread-safe; throws a
 * {@code ChatException} when Slack has to be asked and does not answer.
 */
public interface SlackPeople {

  /** Who this is; empty for whoever the configuration does not know and whoever has left. */
  Optional<Person> person(String user);

  /** Slack's id of somebody; empty where nobody there is them. */
  Optional<String> user(PersonId person);
}
