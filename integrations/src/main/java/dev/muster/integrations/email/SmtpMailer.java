package dev.muster.integrations.email;

import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.Mailer;
import dev.muster.integrations.email.SmtpAddress.Encryption;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends over SMTP, each mail over a connection of its own, which must begin within a limit; so must
 * each answer. The server's certificate must be right for its name. Thread-safe.
 */
public final class SmtpMailer implements Mailer {

  private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SmtpAddress server;
  private final Session session;
  private final InstantSource clock;

  public SmtpMailer(SmtpAddress server, InstantSource clock) {
    this(server, clock, PATIENCE, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  SmtpMailer(
      SmtpAddress server, InstantSource clock, Duration patience, SSLSocketFactory encrypting) {
    this.server = server;
    this.clock = clock;
    this.session = Session.getInstance(properties(server, patience, encrypting));
  }

  @Override
  public void check() {
    var transport = transport();
    try {
      connect(transport);
    } finally {
      close(transport);
    }
  }

  @Override
  public void send(Mail mail) {
    var message = message(mail);
    var transport = transport();
    try {
      connect(transport);
      deliver(transport, message);
    } finally {
      close(transport);
    }
  }

  private Transport transport() {
    try {
      return session.getTransport("smtp");
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException(e);
    }
  }

  private Message message(Mail mail) {
    try {
      return KeyedMessage.of(mail, Addresses.one(server.from()), session, clock.instant());
    } catch (IllegalArgumentException | MessagingException e) {
      throw new MailException(Outcome.REFUSED, "the mail cannot be written: " + e.getMessage(), e);
    }
  }

  private void connect(Transport transport) {
    try {
      if (server.user().isEmpty()) {
        transport.connect(server.host(), server.port(), null, null);
      } else {
        transport.connect(server.host(), server.port(), server.user(), server.password());
      }
    } catch (MessagingException e) {
      throw SmtpFailure.beforeSending(server, e);
    }
  }

  private void deliver(Transport transport, Message message) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw SmtpFailure.whileSending(server, e);
    }
  }

  /** The mail is taken or not by now, however the farewell goes. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.atDebug().setCause(e).log("A mail server was left without a farewell");
    }
  }

  private static Properties properties(
      SmtpAddress server, Duration patience, SSLSocketFactory encrypting) {
    var millis = String.valueOf(patience.toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.ssl.socketFactory", encrypting);
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.enable", isSaid(server, Encryption.AT_ONCE));
    properties.setProperty(
        "mail.smtp.starttls.enable", isSaid(server, Encryption.REQUIRED, Encryption.OFFERED));
    properties.setProperty("mail.smtp.starttls.required", isSaid(server, Encryption.REQUIRED));
    // What was taken is taken: waiting for the answer to QUIT could only lose that again.
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String isSaid(SmtpAddress server, Encryption... ways) {
    return String.valueOf(List.of(ways).contains(server.encryption()));
  }
}
