package dev.muster.integrations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.MailServerAway;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a mail when the server refuses it, hangs, or leaves. */
@Timeout(20)
class SmtpFailuresTest {

  private static final Mail MAIL = new Mail("ops@example.org", "Subject", "Text", "k-1");
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @ParameterizedTest(name = "{0} answered with {1}: {2}")
  @CsvSource({
    "hello, 421 4.3.2 shutting down, NOT_SENT",
    "MAIL,  451 4.3.0 come back, NOT_SENT",
    "MAIL,  553 5.1.8 not from you, REFUSED",
    "RCPT,  450 4.2.1 greylisted, NOT_SENT",
    "RCPT,  550 5.1.1 no such user, REFUSED",
    "DATA,  452 4.3.1 disk full, NOT_SENT",
    "DATA,  554 5.6.0 no, REFUSED",
    ".,     451 4.7.0 come back, NOT_SENT",
    ".,     552 5.3.4 too large, REFUSED",
  })
  void an_answer_says_that_it_was_not_taken(String step, String answer, Outcome outcome)
      throws IOException {
    try (var server = new ScriptedSmtp(Map.of(step, answer))) {
      var failure = failureOf(server.address());

      assertThat(failure.outcome()).isEqualTo(outcome);
      assertThat(failure).hasMessageContaining(server.address().shown());
      assertThat(failure).hasMessageContaining(step.equals("hello") ? "421" : answer);
    }
  }

  @ParameterizedTest(name = "{0} answered with {1}")
  @CsvSource({".,''", ".,hang up", "DATA,''"})
  void without_an_answer_nobody_knows(String step, String answer) throws IOException {
    try (var server = new ScriptedSmtp(Map.of(step, answer))) {
      var failure = failureOf(server.address());

      assertThat(failure.outcome()).isEqualTo(Outcome.UNCLEAR);
      assertThat(failure).hasMessageContaining("did not say whether it took the mail");
    }
  }

  @Test
  void a_server_that_hangs_from_the_start_is_not_waited_for() throws IOException {
    try (var server = new ScriptedSmtp(Map.of("hello", ScriptedSmtp.SILENCE))) {
      var failure = failureOf(server.address());

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("does not answer in time");
    }
  }

  @Test
  void what_was_taken_is_taken_though_the_farewell_hangs() throws IOException {
    try (var server = new ScriptedSmtp(Map.of("QUIT", ScriptedSmtp.HANG_UP))) {
      mailer(server.address()).send(MAIL);

      assertThat(server.heard()).contains("RCPT TO:<ops@example.org>", ".");
    }
  }

  @Test
  void a_server_that_is_away_is_said_to_be() throws IOException {
    int nobody;
    try (var closed = new ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }

    var failure = failureOf(SmtpAddress.parse("smtp://127.0.0.1:" + nobody));

    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContaining("127.0.0.1:" + nobody + " cannot be reached");
  }

  @Test
  void a_password_is_not_said_where_everybody_hears_it() throws IOException {
    try (var server = new ScriptedSmtp(Map.of("EHLO", "250-test\r\n250 AUTH PLAIN LOGIN"))) {
      var failure = failureOf(server.addressFor("bot:secret", "?tls=required"));

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void looking_whether_it_lets_us_in_sends_nothing() throws IOException {
    try (var server = new ScriptedSmtp(Map.of())) {
      mailer(server.address()).check();

      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void looking_whether_it_lets_us_in_names_what_is_wrong() throws IOException {
    var answers = Map.of("EHLO", "250-test\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 wrong");
    try (var server = new ScriptedSmtp(answers)) {
      var mailer = mailer(server.addressFor("bot:secret", ""));

      assertThat(catchThrowableOfType(MailServerAway.class, mailer::check))
          .hasMessageContaining("does not let us in as bot: 535 5.7.8 wrong")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void a_wrong_password_is_named_with_its_user_and_never_itself() throws IOException {
    var answers = Map.of("EHLO", "250-test\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 wrong");
    try (var server = new ScriptedSmtp(answers)) {
      var failure = failureOf(server.addressFor("bot:secret", ""));

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("does not let us in as bot: 535 5.7.8 wrong");
      assertThat(failure.getMessage()).doesNotContain("secret");
    }
  }

  private static MailException failureOf(SmtpAddress server) {
    return catchThrowableOfType(MailException.class, () -> mailer(server).send(MAIL));
  }

  private static SmtpMailer mailer(SmtpAddress server) {
    var usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new SmtpMailer(server, InstantSource.system(), PATIENCE, usual);
  }
}
