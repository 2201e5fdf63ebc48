package dev.muster.integrations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To a real mail server. */
class SmtpMailerTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T05:20:00Z"));
  private static final Mail MAIL =
      new Mail("ops@example.org", "CRITICAL · Größe", "Erste Zeile\nzweite", "incident-7.opened");

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_arrives_as_it_was_written() throws Exception {
    mailer("smtp://127.0.0.1:%d?from=Muster%%20%%3Cmuster@learnhub.example%%3E").send(MAIL);

    var got = server.getReceivedMessages()[0];
    assertThat(got.getSubject()).isEqualTo("CRITICAL · Größe");
    assertThat(got.getContent().toString()).isEqualToNormalizingNewlines("Erste Zeile\nzweite");
    assertThat(got.getFrom()[0]).hasToString("Muster <muster@learnhub.example>");
    assertThat(got.getAllRecipients()[0]).hasToString("ops@example.org");
    assertThat(got.getSentDate().toInstant()).isEqualTo(CLOCK.instant());
    assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void a_repeat_has_the_same_id_and_says_that_it_may_be_one() throws Exception {
    var mailer = mailer("smtp://127.0.0.1:%d?from=muster@learnhub.example");
    mailer.send(MAIL);
    mailer.send(MAIL.asPossibleRepeat());

    var got = server.getReceivedMessages();
    assertThat(got).hasSize(2);
    assertThat(got)
        .allSatisfy(it ->
            assertThat(it.getHeader("Message-ID"))
                .containsExactly("<incident-7.opened@learnhub.example>"));
    assertThat(got[1].getSubject()).isEqualTo("CRITICAL · Größe (may be a repeat)");
    assertThat(GreenMailUtil.getBody(got[1])).contains("may be a repeat");
  }

  @Test
  void whoever_logs_in_is_let_in() {
    server.setUser("bot@learnhub.example", "bot", "pass word");
    mailer("smtp://bot:pass%%20word@127.0.0.1:%d?from=bot@learnhub.example").send(MAIL);

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void words_of_others_make_no_headers() throws Exception {
    var hostile = "disk full\r\nBcc: everybody@example.org\r\n\r\nbody";
    mailer("smtp://127.0.0.1:%d").send(new Mail("ops@example.org", hostile, "Text", "k-1"));

    var got = server.getReceivedMessages();
    assertThat(got).hasSize(1);
    assertThat(got[0].getSubject()).isEqualTo("disk full Bcc: everybody@example.org body");
    assertThat(got[0].getAllRecipients()).hasSize(1);
  }

  @Test
  void an_address_that_is_none_is_refused_before_anybody_is_asked() {
    var failure =
        catchThrowableOfType(
            MailException.class,
            () -> mailer("smtp://127.0.0.1:%d").send(new Mail("a b", "S", "T", "k-1")));

    assertThat(failure.outcome()).isEqualTo(MailException.Outcome.REFUSED);
    assertThat(failure).hasMessageContaining("a b is no address of mail");
  }

  private SmtpMailer mailer(String url) {
    var address = SmtpAddress.parse(url.formatted(server.getSmtp().getPort()));
    return new SmtpMailer(address, CLOCK);
  }
}
