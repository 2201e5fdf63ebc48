package dev.muster.integrations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To a server with a certificate for {@code localhost} that nobody of the world vouches for. */
class SmtpEncryptionTest {

  private static final Mail MAIL = new Mail("ops@example.org", "Subject", "Text", "k-1");
  private static final char[] PASSWORD = "changeit".toCharArray();

  private SSLContext own;
  private ScriptedSmtp server;

  @BeforeEach
  void start() throws GeneralSecurityException, IOException {
    own = own();
    server = new ScriptedSmtp(Map.of(), own.getServerSocketFactory());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void whose_certificate_is_trusted_gets_the_mail() {
    mailer("localhost", own.getSocketFactory()).send(MAIL);

    assertThat(server.heard()).contains("RCPT TO:<ops@example.org>", ".");
  }

  @Test
  void whose_certificate_is_not_trusted_gets_nothing() {
    refuses(mailer("localhost", (SSLSocketFactory) SSLSocketFactory.getDefault()));
  }

  @Test
  void whose_trusted_certificate_is_for_another_name_gets_nothing() {
    refuses(mailer("127.0.0.1", own.getSocketFactory()));
  }

  private void refuses(SmtpMailer mailer) {
    var failure = catchThrowableOfType(MailException.class, () -> mailer.send(MAIL));

    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure)
        .hasMessageContaining("has a certificate that is not trusted or not for this name");
    assertThat(server.heard()).isEmpty();
  }

  private SmtpMailer mailer(String host, SSLSocketFactory encrypting) {
    var address = SmtpAddress.parse("smtps://" + host + ":" + server.port());
    return new SmtpMailer(address, InstantSource.system(), Duration.ofSeconds(5), encrypting);
  }

  /** Shows the certificate and trusts it. */
  private static SSLContext own() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var file = SmtpEncryptionTest.class.getResourceAsStream("/mail/localhost.p12")) {
      store.load(file, PASSWORD);
    }
    var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(store, PASSWORD);
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("mail", store.getCertificate("mail"));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), managers.getTrustManagers(), null);
    return context;
  }
}
