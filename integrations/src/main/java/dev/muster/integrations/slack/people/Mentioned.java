package dev.muster.integrations.slack.people;

import dev.muster.commands.chat.ChatException;
import java.util.Optional;
import java.util.function.Function;

/** The configuration's ids of people that somebody mentions; whoever cannot be found has none. */
public record Mentioned(SlackPeople people) implements Function<String, Optional<String>> {

  @Override
  public Optional<String> apply(String user) {
    try {
      return people.person(user).map(person -> person.id().value());
    } catch (ChatException unknown) {
      return Optional.empty();
    }
  }
}
