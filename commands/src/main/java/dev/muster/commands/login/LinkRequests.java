package dev.muster.commands.login;

import dev.muster.commands.mail.MailException;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.StoreUnavailable;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends links to those who ask for one. Whoever asks is told nothing of what came of it, since that
 * would say who there is. Thread-safe and blocking.
 */
public final class LinkRequests {

  private static final Logger log = LoggerFactory.getLogger(LinkRequests.class);

  private final LoginNames names;
  private final LoginLinks links;
  private final LinkDelivery delivery;
  private final Predicate<PersonId> allowance;

  /**
   * @param allowance takes one from what may be sent to somebody; false when it is used up
   */
  public LinkRequests(
      LoginNames names, LoginLinks links, LinkDelivery delivery, Predicate<PersonId> allowance) {
    this.names = names;
    this.links = links;
    this.delivery = delivery;
    this.allowance = allowance;
  }

  /** What came of a request, in a word for the audit log. */
  public enum Outcome {
    SENT,
    NOBODY,
    TOO_MANY,
    NO_WAY,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What came of one request.
   *
   * @param person empty for nobody
   */
  public record Asked(Outcome outcome, Optional<PersonId> person) {}

  /**
   * Sends one, if it is somebody.
   *
   * @param address makes a token into a link
   */
  public Asked send(String name, Function<LoginToken, String> address) {
    var person = names.named(name);
    var outcome = person.map(known -> send(known, address)).orElse(Outcome.NOBODY);
    return new Asked(outcome, person.map(Person::id));
  }

  /** Whether links do not go out at the moment, whoever asks. */
  public boolean haveTrouble() {
    return delivery.hasTrouble();
  }

  private Outcome send(Person person, Function<LoginToken, String> address) {
    if (!allowance.test(person.id())) {
      return Outcome.TOO_MANY;
    }
    var link = address.apply(links.make(person.id()));
    try {
      return delivery.deliver(person, link) ? Outcome.SENT : Outcome.NO_WAY;
    } catch (StoreUnavailable away) {
      throw away;
    } catch (MailException failed) {
      log.atWarn()
          .addKeyValue("actor", person.id())
          .addKeyValue("reason", failed.getMessage())
          .log(
              "A login link was not sent. Whoever needs it asks again, or"
                  + " `java -jar muster.jar login PERSON` prints one");
      return Outcome.FAILED;
    } catch (RuntimeException failed) {
      log.atError()
          .setCause(failed)
          .addKeyValue("actor", person.id())
          .log("A login link could not be sent");
      return Outcome.FAILED;
    }
  }
}
