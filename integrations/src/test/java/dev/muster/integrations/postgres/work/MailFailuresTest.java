package dev.muster.integrations.postgres.work;

import static dev.muster.integrations.postgres.work.TestMail.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.WorkRows;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is said, and tried again, when a mail does not go. */
class MailFailuresTest {

  @AutoClose private final TestMail mail = new TestMail();

  @Test
  void what_was_surely_not_sent_comes_once_and_without_a_mark() {
    mail.server().fails(Outcome.NOT_SENT, "away");
    mail.open(OPS);
    mail.awaitTried(2);
    mail.server().works();
    mail.awaitAllDone();

    assertThat(mail.server().taken()).hasSize(1);
    assertThat(mail.server().taken().getFirst().subject()).doesNotContain("repeat");
    assertThat(mail.worker().failures(WorkRows.SEND_MAIL)).isGreaterThanOrEqualTo(2);
    assertThat(mail.failures()).isEmpty();
  }

  @Test
  void of_which_nobody_knows_comes_again_as_a_possible_repeat_of_the_same_name() {
    mail.server().fails(Outcome.UNCLEAR, "the mail server did not say whether it took the mail");
    mail.open(OPS);
    mail.awaitTried(1);
    mail.server().works();
    mail.awaitAllDone();

    var tried = mail.server().tried();
    assertThat(tried).extracting(Mail::key).containsOnly(tried.getFirst().key());
    assertThat(tried.getFirst().subject()).doesNotContain("repeat");
    assertThat(mail.server().taken().getFirst().subject()).endsWith("(may be a repeat)");
  }

  @Test
  void a_mail_that_never_is_clear_does_not_come_for_ever() {
    mail.server().fails(Outcome.UNCLEAR, "the mail server did not say whether it took the mail");
    var root = mail.open(OPS);
    mail.awaitAllDone();

    assertThat(mail.server().tried()).hasSize(5);
    assertThat(mail.chat().nextReply(root).text())
        .isEqualTo(
            "mailbox:ops was perhaps told by mail, and perhaps not: the mail server did not say"
                + " whether it took the mail. Tell them yourself.");
  }

  @Test
  void an_address_that_is_refused_is_said_at_once() {
    mail.server().fails(Outcome.REFUSED, "the mail server mail:25 answered: 550 no such user");
    var root = mail.open(OPS);
    mail.awaitAllDone();

    assertThat(mail.chat().nextReply(root).text())
        .isEqualTo(
            "mailbox:ops was not told by mail: the mail server mail:25 answered: 550 no such user."
                + " Tell them yourself.");
    mail.awaitAllDone();
    assertThat(mail.server().tried()).hasSize(1);
    assertThat(mail.worker().givenUp()).containsExactly(WorkRows.SEND_MAIL);
    assertThat(mail.failures()).hasSize(1);
  }

  @Test
  void a_failure_that_lasts_is_said_in_the_thread_and_the_mail_comes_when_it_can() {
    mail.server().fails(Outcome.NOT_SENT, "the mail server mail:25 cannot be reached");
    var root = mail.open(OPS);
    mail.awaitTriedForMinutes(9);
    mail.await(() -> mail.failures().size() == 1 && mail.work().rows() == 0);

    assertThat(mail.chat().nextReply(root).text())
        .startsWith("mailbox:ops has not been told by mail yet: the mail server mail:25 cannot be")
        .contains("keeps trying");
    mail.server().works();
    mail.awaitAllDone();
    assertThat(mail.server().taken()).hasSize(1);
  }

  @Test
  void without_a_mail_server_the_thread_says_so_once() {
    mail.rests();
    mail.worksWith(Mailer.none());
    var root = mail.open(OPS);
    mail.awaitAllDone();

    assertThat(mail.chat().nextReply(root).text())
        .isEqualTo(
            "mailbox:ops was not told by mail: mail is not set up here, which takes SMTP_URL. Tell"
                + " them yourself.");
    mail.resolve();
    mail.awaitAllDone();
    assertThat(mail.failures()).hasSize(1);
  }

  @Test
  void whoever_has_no_address_is_named() {
    var root = mail.open(new Recipient.Somebody(new PersonId("intern")));
    mail.awaitAllDone();

    assertThat(mail.chat().nextReply(root).text())
        .startsWith("person:intern was not told by mail: the configuration has no e-mail address");
    mail.awaitAllDone();
  }

  @Test
  void after_a_crash_in_the_middle_it_comes_as_a_possible_repeat() {
    mail.rests();
    mail.fire(OPS);
    mail.replica()
        .database()
        .with(handle -> handle.execute("update incident_mail set unclear = 1"));
    mail.works();
    mail.awaitAllDone();
    mail.chat().nextReply(mail.chat().nextPost("incidents").ref());

    assertThat(mail.server().taken().getFirst().subject()).endsWith("(may be a repeat)");
  }
}
