package dev.muster.bot.slack;

import dev.muster.bot.config.Config;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.people.Contacts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How people are reached, as the configuration says now. */
record SlackContacts(Supplier<Config> config) implements Contacts {

  @Override
  public Optional<PersonId> bySlack(String user) {
    return config.get().contacts().entrySet().stream()
        .filter(entry -> user.equals(entry.getValue().get(SlackChat.PLATFORM)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public Optional<PersonId> byMail(String address) {
    var now = config.get();
    var people =
        now.contacts().entrySet().stream()
            .filter(entry -> address.equalsIgnoreCase(entry.getValue().get("email")))
            .map(Map.Entry::getKey)
            .toList();
    return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
  }

  @Override
  public Optional<String> slack(PersonId person) {
    return contact(person, SlackChat.PLATFORM);
  }

  @Override
  public Optional<String> mail(PersonId person) {
    return contact(person, "email");
  }

  private Optional<String> contact(PersonId person, String kind) {
    return Optional.ofNullable(config.get().contacts().get(person)).map(all -> all.get(kind));
  }
}
