package dev.muster.bot.config;

import dev.muster.commands.login.LoginNames;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds people by their id or e-mail address in the configuration as it is now. Thread-safe. */
public record LoginIds(Supplier<Config> config) implements LoginNames {

  private static final String EMAIL = "email";

  /**
   * Mail systems do not tell capitals from small letters; where the configuration does, because two
   * people differ by nothing else, neither is meant.
   */
  @Override
  public Optional<Person> named(String name) {
    var now = config.get();
    var byId = now.directory().find(new PersonId(name));
    if (byId.isPresent()) {
      return byId;
    }
    var people =
        now.directory().people().stream()
            .filter(person -> email(now, person.id()).filter(name::equalsIgnoreCase).isPresent())
            .toList();
    return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
  }

  /** Where somebody's mail goes. */
  public Optional<String> email(PersonId person) {
    return email(config.get(), person);
  }

  private static Optional<String> email(Config now, PersonId person) {
    return Optional.ofNullable(now.contacts().get(person)).map(contacts -> contacts.get(EMAIL));
  }
}
