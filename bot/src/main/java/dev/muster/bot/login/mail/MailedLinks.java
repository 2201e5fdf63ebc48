package dev.muster.bot.login.mail;

import dev.muster.commands.login.LinkDelivery;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.MailServerAway;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends login links to the mail addresses of the configuration. Thread-safe and blocking.
 *
 * @param addresses where somebody's mail goes
 * @param team its name
 */
public record MailedLinks(
    Mailer mailer, Function<PersonId, Optional<String>> addresses, Supplier<String> team)
    implements LinkDelivery {

  @Override
  public boolean deliver(Person person, String link) {
    var address = addresses.apply(person.id());
    address.ifPresent(to -> send(mail(to, person, link)));
    return address.isPresent();
  }

  /** What a server says to one recipient does not count: it would say who there is. */
  @Override
  public boolean hasTrouble() {
    return mailer.lastFailure().filter(MailServerAway.class::isInstance).isPresent();
  }

  /** Somebody waits for it, so a second try comes at once or not at all. */
  private void send(Mail mail) {
    try {
      mailer.send(mail);
    } catch (MailException failed) {
      if (failed.outcome() == Outcome.REFUSED) {
        throw failed;
      }
      mailer.send(failed.outcome() == Outcome.UNCLEAR ? mail.asPossibleRepeat() : mail);
    }
  }

  private Mail mail(String to, Person person, String link) {
    var text =
        """
        %s, log in to Muster of %s here:

        %s

        The link works once, within 15 minutes. Did you not ask for it? Then do nothing: nobody
        can log in without it.
        """
            .formatted(person.name(), team.get(), link);
    var key = UUID.nameUUIDFromBytes(link.getBytes(StandardCharsets.UTF_8));
    return new Mail(to, "Log in to Muster of " + team.get(), text, "login-" + key);
  }
}
