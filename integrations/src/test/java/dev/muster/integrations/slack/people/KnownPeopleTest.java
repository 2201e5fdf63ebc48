package dev.muster.integrations.slack.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.people.ChatAccounts;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.TestClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who is who, by the configuration and by e-mail. */
class KnownPeopleTest {

  private static final Person DEVOPS = person("devops");
  private static final Person BACKEND = person("backend");

  private final TestClock clock = new TestClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);

  @AutoClose
  private final SlackApi api =
      new SlackApi(new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl()), clock);

  private final Memory accounts = new Memory();
  private final Map<PersonId, String> configured = new HashMap<>(Map.of(DEVOPS.id(), "U01AAAA"));
  private final Map<String, PersonId> mails =
      new HashMap<>(Map.of("u01bbbb@example.com", BACKEND.id()));
  private final KnownPeople people =
      new KnownPeople(
          api, new Written(), accounts, new Directory(List.of(DEVOPS, BACKEND), Map.of()), clock);

  private static Person person(String id) {
    return new Person(new PersonId(id), id, ZoneOffset.UTC, Set.of());
  }

  @Test
  void somebody_is_known_by_the_configurations_id_without_asking_slack() {
    slack.goDown();
    assertThat(people.person("U01AAAA")).contains(DEVOPS);
    assertThat(people.user(DEVOPS.id())).contains("U01AAAA");
    slack.comeUp();
  }

  @Test
  void somebody_is_known_by_their_address_and_slack_is_asked_once() {
    slack.user("U01BBBB");
    assertThat(people.person("U01BBBB")).contains(BACKEND);

    slack.goDown();
    assertThat(people.person("U01BBBB")).contains(BACKEND);
    assertThat(people.user(BACKEND.id())).contains("U01BBBB");
    slack.comeUp();
  }

  @Test
  void somebody_is_found_the_other_way_round() {
    slack.user("U01BBBB");
    assertThat(people.user(BACKEND.id())).contains("U01BBBB");
    assertThat(accounts.find(account("U01BBBB")).person()).contains(BACKEND.id());
  }

  @Test
  void whoever_slack_does_not_have_has_no_account() {
    assertThat(people.user(BACKEND.id())).isEmpty();
    slack.expect().anyRefusals("users.lookupByEmail", "users_not_found");
  }

  @Test
  void an_address_that_anybody_could_have_written_says_nothing() {
    slack.member("U01BBBB").unconfirmed();
    slack.member("U01CCCC").withEmail("u01bbbb@example.com").asBot();
    slack.member("U01DDDD").withEmail("stranger@example.com");

    assertThat(people.person("U01BBBB")).isEmpty();
    assertThat(people.person("U01CCCC")).isEmpty();
    assertThat(people.person("U01DDDD")).isEmpty();
  }

  @Test
  void the_configurations_word_goes_before_an_address_that_was_found() {
    slack.user("U01BBBB");
    assertThat(people.person("U01BBBB")).contains(BACKEND);

    configured.put(BACKEND.id(), "U01EEEE");
    assertThat(people.person("U01BBBB")).isEmpty();
    assertThat(people.person("U01EEEE")).contains(BACKEND);
  }

  @Test
  void whoever_has_left_is_nobody_until_they_come_back() {
    assertThat(people.leave("U01AAAA")).contains(DEVOPS);
    assertThat(people.leave("U01AAAA")).isEmpty();
    assertThat(people.person("U01AAAA")).isEmpty();
    assertThat(people.user(DEVOPS.id())).isEmpty();

    people.comeBack("U01AAAA");
    assertThat(people.person("U01AAAA")).contains(DEVOPS);
  }

  private static ChatAccounts.Account account(String id) {
    return new ChatAccounts.Account("slack", id);
  }

  private final class Written implements Contacts {
    @Override
    public Optional<PersonId> bySlack(String user) {
      return configured.entrySet().stream()
          .filter(entry -> entry.getValue().equals(user))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    @Override
    public Optional<PersonId> byMail(String address) {
      return Optional.ofNullable(mails.get(address));
    }

    @Override
    public Optional<String> slack(PersonId person) {
      return Optional.ofNullable(configured.get(person));
    }

    @Override
    public Optional<String> mail(PersonId person) {
      return mails.entrySet().stream()
          .filter(entry -> entry.getValue().equals(person))
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  private static final class Memory implements ChatAccounts {

    private final Map<Account, Known> known = new HashMap<>();

    @Override
    public Known find(Account account) {
      return known.getOrDefault(account, Known.NOTHING);
    }

    @Override
    public Optional<Account> of(PersonId person, String platform) {
      return known.entrySet().stream()
          .filter(entry -> entry.getValue().person().equals(Optional.of(person)))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    @Override
    public void keep(Account account, PersonId person) {
      known.put(account, new Known(Optional.of(person), Optional.empty()));
    }

    @Override
    public boolean leave(Account account, Instant at) {
      var before = find(account);
      known.put(account, new Known(before.person(), Optional.of(at)));
      return !before.hasLeft();
    }

    @Override
    public void comeBack(Account account) {
      known.put(account, new Known(find(account).person(), Optional.empty()));
    }
  }
}
