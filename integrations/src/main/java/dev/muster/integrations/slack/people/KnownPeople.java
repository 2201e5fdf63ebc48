package dev.muster.integrations.slack.people;

import com.slack.api.model.User;
import dev.muster.commands.people.ChatAccounts;
import dev.muster.commands.people.ChatAccounts.Account;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds people by the id that the configuration has for them, else by their e-mail address, which
 * Slack is asked for once.
 */
public final class KnownPeople implements SlackPeople {

  private static final Logger log = LoggerFactory.getLogger(KnownPeople.class);
  private static final String PLATFORM = "slack";

  private final SlackApi api;
  private final Contacts contacts;
  private final ChatAccounts accounts;
  private final Directory directory;
  private final InstantSource clock;

  public KnownPeople(
      SlackApi api,
      Contacts contacts,
      ChatAccounts accounts,
      Directory directory,
      InstantSource clock) {
    this.api = api;
    this.contacts = contacts;
    this.accounts = accounts;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public Optional<Person> person(String user) {
    var known = accounts.find(account(user));
    return known.hasLeft()
        ? Optional.empty()
        : contacts
            .bySlack(user)
            .or(() -> known.person().filter(this::hasNoOtherAccount))
            .or(() -> byMail(user))
            .flatMap(directory::find);
  }

  @Override
  public Optional<String> user(PersonId person) {
    var configured = contacts.slack(person);
    return configured.isPresent()
        ? configured.filter(user -> !accounts.find(account(user)).hasLeft())
        : accounts.of(person, PLATFORM).map(Account::id).or(() -> byLookup(person));
  }

  /**
   * Notes that an account can be used no more. Answers whose it was, the first time, if it was
   * somebody's.
   */
  public Optional<Person> leave(String user) {
    var account = account(user);
    var owner =
        contacts.bySlack(user).or(() -> accounts.find(account).person()).flatMap(directory::find);
    return accounts.leave(account, clock.instant()) ? owner : Optional.empty();
  }

  /** Notes that an account can be used again. */
  public void comeBack(String user) {
    accounts.comeBack(account(user));
  }

  /** The configuration's word goes before what an address told us once. */
  private boolean hasNoOtherAccount(PersonId person) {
    return contacts.slack(person).isEmpty();
  }

  private Optional<PersonId> byMail(String user) {
    var info = api.call("users.info", methods -> methods.usersInfo(it -> it.user(user))).getUser();
    return Optional.of(info)
        .filter(KnownPeople::isTrusted)
        .map(it -> it.getProfile().getEmail())
        .flatMap(contacts::byMail)
        .filter(this::hasNoOtherAccount)
        .map(person -> keep(user, person));
  }

  private Optional<String> byLookup(PersonId person) {
    return contacts
        .mail(person)
        .flatMap(this::lookUp)
        .map(user -> {
          keep(user, person);
          return user;
        });
  }

  private Optional<String> lookUp(String address) {
    try {
      var found =
          api.call(
              "users.lookupByEmail",
              methods -> methods.usersLookupByEmail(it -> it.email(address)));
      return Optional.of(found.getUser()).filter(KnownPeople::isTrusted).map(User::getId);
    } catch (SlackException refused) {
      if (refused.error().equals("users_not_found")) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private PersonId keep(String user, PersonId person) {
    accounts.keep(account(user), person);
    log.atInfo()
        .addKeyValue("actor", person)
        .addKeyValue("account", user)
        .log("Found in Slack by e-mail address");
    return person;
  }

  /**
   * Whoever could write any address into their profile, or is a guest from elsewhere, is nobody.
   */
  private static boolean isTrusted(User user) {
    return !user.isDeleted()
        && !user.isBot()
        && !user.isStranger()
        && user.isEmailConfirmed()
        && user.getProfile() != null
        && user.getProfile().getEmail() != null;
  }

  private static Account account(String user) {
    return new Account(PLATFORM, user);
  }
}
