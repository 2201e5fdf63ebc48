package dev.muster.integrations.slack.people;

import dev.muster.commands.chat.ChatException;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's ids of people for mentions. Nobody is looked up for each message, also not who is not
 * there; and a message does not wait for a mention: whoever cannot be looked up stands with their
 * name. Thread-safe.
 */
public final class FoundUsers implements Function<PersonId, Optional<String>> {

  private static final Logger log = LoggerFactory.getLogger(FoundUsers.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration TROUBLE = Duration.ofMinutes(1);

  private final SlackPeople people;
  private final InstantSource clock;
  private final Map<PersonId, Found> found = new ConcurrentHashMap<>();

  public FoundUsers(SlackPeople people, InstantSource clock) {
    this.people = people;
    this.clock = clock;
  }

  private record Found(Optional<String> user, Instant until) {}

  @Override
  public Optional<String> apply(PersonId person) {
    var now = clock.instant();
    var known = found.get(person);
    if (known == null || !known.until().isAfter(now)) {
      known = lookUp(person, now);
      found.put(person, known);
    }
    return known.user();
  }

  private Found lookUp(PersonId person, Instant now) {
    try {
      return new Found(people.user(person), now.plus(KEPT));
    } catch (ChatException | StoreUnavailable away) {
      log.atInfo()
          .addKeyValue("actor", person)
          .addKeyValue("reason", away.getMessage())
          .log("Nobody can say who this is in Slack, the name stands there");
      return new Found(Optional.empty(), now.plus(TROUBLE));
    }
  }
}
