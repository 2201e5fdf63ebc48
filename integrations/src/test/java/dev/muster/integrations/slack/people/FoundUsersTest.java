package dev.muster.integrations.slack.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.ChatException;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.testing.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mentions do not look people up for each message. */
class FoundUsersTest {

  private static final PersonId DEVOPS = new PersonId("devops");

  private final TestClock clock = new TestClock();
  private final Slow people = new Slow();
  private final FoundUsers users = new FoundUsers(people, clock);

  private static final class Slow implements SlackPeople {
    private Optional<String> user = Optional.empty();
    private boolean isAway;
    private int asked;

    @Override
    public Optional<Person> person(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<String> user(PersonId person) {
      asked++;
      if (isAway) {
        throw new ChatException("Slack is away", null);
      }
      return user;
    }
  }

  @Test
  void who_was_found_is_looked_up_once_and_again_later() {
    people.user = Optional.of("U01AAAA");

    assertThat(users.apply(DEVOPS)).contains("U01AAAA");
    people.user = Optional.of("U01BBBB");
    assertThat(users.apply(DEVOPS)).contains("U01AAAA");
    assertThat(people.asked).isEqualTo(1);

    clock.advance(Duration.ofMinutes(10));
    assertThat(users.apply(DEVOPS)).contains("U01BBBB");
  }

  @Test
  void so_is_who_is_not_there() {
    assertThat(users.apply(DEVOPS)).isEmpty();
    assertThat(users.apply(DEVOPS)).isEmpty();
    assertThat(people.asked).isEqualTo(1);
    assertThat(users.apply(new PersonId("backend"))).isEmpty();
    assertThat(people.asked).isEqualTo(2);
  }

  @Test
  void a_message_does_without_while_slack_is_away() {
    people.isAway = true;
    people.user = Optional.of("U01AAAA");
    assertThat(users.apply(DEVOPS)).isEmpty();

    people.isAway = false;
    assertThat(users.apply(DEVOPS)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(users.apply(DEVOPS)).contains("U01AAAA");
  }
}
