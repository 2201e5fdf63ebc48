package dev.muster.bot.slack;

import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.people.FoundUsers;
import java.util.Optional;
import java.util.function.Function;

/**
 * Slack's ids of people, for mentions: as configured, else as found by their e-mail address, once
 * there is a database to remember them. Thread-safe.
 */
public final class SlackUsers implements Function<PersonId, Optional<String>> {

  private final SlackContacts contacts;
  private volatile Function<PersonId, Optional<String>> found = _ -> Optional.empty();

  SlackUsers(SlackContacts contacts) {
    this.contacts = contacts;
  }

  /** From now on who has no id in the configuration is looked up. */
  void lookedUpBy(FoundUsers users) {
    found = users;
  }

  @Override
  public Optional<String> apply(PersonId person) {
    var configured = contacts.slack(person);
    return configured.isPresent()
        ? configured
        : contacts.mail(person).flatMap(_ -> found.apply(person));
  }
}
