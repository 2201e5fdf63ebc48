package dev.muster.integrations.email;

import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.MailServerAway;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure of SMTP says of the mail, in words for people. */
final class SmtpFailure {

  private SmtpFailure() {}

  /** Nothing of the mail was handed over. */
  static MailException beforeSending(SmtpAddress server, MessagingException failure) {
    return new MailServerAway(reason(server, failure), failure);
  }

  static MailException whileSending(SmtpAddress server, MessagingException failure) {
    return answer(failure)
        .map(answer ->
            new MailException(
                answer.code() >= 500 ? Outcome.REFUSED : Outcome.NOT_SENT,
                "the mail server " + server.shown() + " answered: " + answer.text(),
                failure))
        .orElseGet(() ->
            new MailException(
                Outcome.UNCLEAR,
                "the mail server " + server.shown() + " did not say whether it took the mail",
                failure));
  }

  private record Answer(int code, String text) {}

  /** What the server said to the recipient or, if it had nothing against that, to the mail. */
  private static Optional<Answer> answer(MessagingException failure) {
    return chain(failure)
        .<Answer>mapMulti((it, found) -> {
          switch (it) {
            case SMTPAddressFailedException e -> found.accept(answer(e.getReturnCode(), e));
            case SMTPSenderFailedException e -> found.accept(answer(e.getReturnCode(), e));
            case SMTPSendFailedException e -> found.accept(answer(e.getReturnCode(), e));
            default -> {
              // Of the way there, not of the mail.
            }
          }
        })
        .filter(it -> it.code() >= 400)
        .reduce((_, last) -> last);
  }

  private static Answer answer(int code, Exception said) {
    return new Answer(code, firstLine(said));
  }

  private static String reason(SmtpAddress server, MessagingException failure) {
    var where = "the mail server " + server.shown();
    if (failure instanceof AuthenticationFailedException) {
      return where + " does not let us in as " + server.user() + ": " + firstLine(failure);
    }
    if (has(failure, UnknownHostException.class)) {
      return where + " is not known by that name";
    }
    if (has(failure, CertificateException.class) || has(failure, CertPathBuilderException.class)) {
      return where + " has a certificate that is not trusted or not for this name";
    }
    if (has(failure, SocketTimeoutException.class)) {
      return where + " does not answer in time";
    }
    return where + " cannot be reached: " + firstLine(failure);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return chain(failure).anyMatch(kind::isInstance);
  }

  /** The failure and what it tells of, which for mail is what caused it and what came besides. */
  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause).limit(20);
  }

  private static String firstLine(Throwable one) {
    return String.valueOf(one.getMessage()).lines().findFirst().orElse("").strip();
  }
}
