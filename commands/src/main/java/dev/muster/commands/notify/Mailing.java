package dev.muster.commands.notify;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.mail.Mailer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What mails of incidents are made and sent with. Thread-safe.
 *
 * @param addresses as configured now
 * @param isForShow whether nobody real waits for mail, so that none that is missing is told of
 */
public record Mailing(
    Mailer mailer,
    Function<Recipient, Optional<String>> addresses,
    Supplier<IncidentMail> words,
    boolean isForShow) {}
