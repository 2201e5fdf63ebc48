package dev.muster.integrations.email;

import dev.muster.commands.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/** A mail whose Message-ID is its key, on every try the same (RFC 5322, 3.6.4). */
final class KeyedMessage extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String id;

  private KeyedMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static KeyedMessage of(Mail mail, InternetAddress from, Session session, Instant now)
      throws MessagingException {
    var domain = Addresses.domain(from).toLowerCase(Locale.ROOT);
    var message = new KeyedMessage(session, "<" + mail.key() + "@" + domain + ">");
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, Addresses.one(mail.to()));
    message.setSubject(mail.subject(), UTF_8);
    message.setText(mail.text(), UTF_8);
    message.setSentDate(Date.from(now));
    // RFC 3834: no answering machine answers it.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
