package dev.muster.commands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.mail.MailException.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class WatchedMailerTest {

  private static final Mail MAIL = new Mail("ops@example.org", "Subject", "Text", "k-1");

  private final Deque<MailException> failures = new ArrayDeque<>();
  private final WatchedMailer mailer = new WatchedMailer(_ -> failNext());

  @Test
  void a_failure_is_remembered_until_a_mail_is_taken() {
    failures.add(new MailException(Outcome.NOT_SENT, "the mail server is away", null));
    assertThat(mailer.lastFailure()).isEmpty();

    assertThatThrownBy(() -> mailer.send(MAIL)).isInstanceOf(MailException.class);
    assertThat(mailer.lastFailure().orElseThrow()).hasMessage("the mail server is away");
    mailer.send(MAIL);

    assertThat(mailer.lastFailure()).isEmpty();
  }

  @Test
  void trying_it_out_throws_nothing_and_remembers_what_is_wrong() {
    var away = new WatchedMailer(new Away());

    away.tryOut();

    assertThat(away.lastFailure().orElseThrow())
        .isInstanceOf(MailServerAway.class)
        .hasMessage("the mail server mail:25 does not let us in");
  }

  @Test
  void a_look_takes_back_what_a_look_has_found_and_nothing_of_a_mail() {
    var server = new Server();
    var watched = new WatchedMailer(server);
    server.isAway = true;
    watched.tryOut();
    server.isAway = false;
    watched.check();
    assertThat(watched.lastFailure()).isEmpty();

    assertThatThrownBy(() -> watched.send(MAIL)).isInstanceOf(MailException.class);
    watched.check();
    assertThat(watched.lastFailure().orElseThrow()).hasMessage("550 no such user");
  }

  /** Lets us in or not, and takes no mail. */
  private static final class Server implements Mailer {
    private boolean isAway;

    @Override
    public void send(Mail mail) {
      throw new MailException(Outcome.NOT_SENT, "550 no such user", null);
    }

    @Override
    public void check() {
      if (isAway) {
        throw new MailServerAway("away", null);
      }
    }
  }

  private static final class Away implements Mailer {
    @Override
    public void send(Mail mail) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public void check() {
      throw new MailServerAway("the mail server mail:25 does not let us in", null);
    }
  }

  @Test
  void without_a_mail_server_there_is_none_to_watch() {
    assertThat(new WatchedMailer(Mailer.none()).isSetUp()).isFalse();
    assertThat(mailer.isSetUp()).isTrue();
  }

  private void failNext() {
    var failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }
}
