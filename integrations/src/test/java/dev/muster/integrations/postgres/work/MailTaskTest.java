package dev.muster.integrations.postgres.work;

import static dev.muster.integrations.postgres.work.TestMail.CTO;
import static dev.muster.integrations.postgres.work.TestMail.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who is told by mail that an incident begins and ends. */
class MailTaskTest {

  @AutoClose private final TestMail mail = new TestMail();

  @Test
  void one_mail_when_it_opens_and_one_when_it_is_over() {
    mail.open(OPS, CTO);
    mail.awaitAllDone();
    assertThat(mail.server().taken())
        .extracting(Mail::to)
        .containsExactlyInAnyOrder("ops@example.org", "cto@example.org");

    mail.clock().advance(Duration.ofMinutes(26));
    mail.resolve();
    mail.awaitAllDone();

    var toOps = mail.server().taken().stream().filter(it -> it.to().startsWith("ops")).toList();
    assertThat(toOps).hasSize(2);
    assertThat(toOps.getFirst().subject()).isEqualTo("P1 · cpu · api: cpu is bad (#1)");
    assertThat(toOps.getFirst().text())
        .contains("TRIGGERED 4 Apr 18:10 EAT")
        .contains("https://muster.example/incidents/1\n")
        .contains("/incident ack 1")
        .contains("the route \"everything\" tells mailbox:ops");
    assertThat(toOps.getLast().subject()).isEqualTo("cpu · api · resolved after 26 min (#1)");
    assertThat(mail.server().taken()).extracting(Mail::key).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void what_others_do_to_it_mails_nobody() {
    var root = mail.open(OPS);
    mail.work().acknowledge(TestMail.INCIDENT);
    mail.awaitAllDone();

    assertThat(mail.server().taken()).hasSize(1);
    assertThat(root.channel()).isEqualTo("incidents");
  }

  @Test
  void who_was_told_of_its_end_is_told_that_it_burns_again() {
    var root = mail.open(OPS);
    mail.resolve();
    mail.awaitAllDone();
    mail.clock().advance(Duration.ofMinutes(5));
    mail.fireAgain();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.server().taken())
        .extracting(Mail::subject)
        .hasSize(3)
        .last()
        .isEqualTo("Open again: P1 · cpu · api: cpu is bad (#1)");
  }

  @Test
  void an_end_that_came_twice_before_anybody_could_be_told_is_told_once() {
    var root = mail.open(OPS);
    mail.awaitAllDone();
    mail.rests();
    mail.resolve();
    var again = mail.fireAgain();
    mail.clock().advance(Duration.ofMinutes(1));
    mail.resolve(again);
    mail.works();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.replica().count("select count(*) from incident_mail")).isEqualTo(4);
    assertThat(mail.server().taken()).hasSize(2);
    assertThat(mail.server().taken().getLast().subject()).startsWith("cpu · api · resolved after");
  }

  @Test
  void whoever_heard_of_an_end_hears_of_it_no_second_time_if_nothing_was_said_between() {
    var root = mail.open(OPS);
    mail.resolve();
    mail.awaitAllDone();
    mail.rests();
    var again = mail.fireAgain();
    mail.clock().advance(Duration.ofMinutes(1));
    mail.resolve(again);
    mail.works();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.server().taken()).hasSize(2);
  }

  @Test
  void whoever_never_heard_that_it_was_over_is_not_told_that_it_burns_again() {
    var root = mail.open(OPS);
    mail.awaitAllDone();
    mail.rests();
    mail.resolve();
    mail.fireAgain();
    mail.works();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.replica().count("select count(*) from incident_mail")).isEqualTo(3);
    assertThat(mail.server().taken()).hasSize(1);
  }

  @Test
  void whoever_may_have_heard_that_it_was_over_is_told_that_it_burns_again() {
    var root = mail.open(OPS);
    mail.awaitAllDone();
    mail.server().fails(Outcome.UNCLEAR, "the mail server did not say whether it took the mail");
    mail.resolve();
    mail.awaitTried(2);
    mail.rests();
    mail.server().works();
    mail.fireAgain();
    mail.works();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.server().taken()).hasSize(2);
    assertThat(mail.server().taken().getLast().subject()).startsWith("Open again: ");
  }

  @Test
  void an_opening_that_waited_until_it_was_over_is_told_as_over_only() {
    mail.server().fails(Outcome.NOT_SENT, "away");
    mail.open(OPS);
    mail.awaitTried(2);
    mail.resolve();
    awaitOpeningDropped();
    mail.server().works();
    mail.awaitAllDone();

    assertThat(mail.server().taken()).hasSize(1);
    assertThat(mail.server().taken().getFirst().subject()).startsWith("cpu · api · resolved after");
  }

  @Test
  void whoever_heard_neither_of_its_beginning_nor_its_end_is_told_that_it_burns_again() {
    mail.server().fails(Outcome.NOT_SENT, "away");
    var root = mail.open(OPS);
    mail.awaitTried(1);
    mail.resolve();
    awaitOpeningDropped();
    mail.fireAgain();
    mail.server().works();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.server().taken())
        .extracting(Mail::subject)
        .containsExactly("Open again: P1 · cpu · api: cpu is bad (#1)");
  }

  @Test
  void an_opening_that_waited_through_an_end_comes_once() {
    mail.server().fails(Outcome.NOT_SENT, "away");
    var root = mail.open(OPS);
    mail.awaitTried(1);
    mail.rests();
    mail.resolve();
    mail.fireAgain();
    mail.server().works();
    mail.works();
    mail.awaitAllDone();
    mail.chat().nextReply(root);

    assertThat(mail.server().taken()).hasSize(1);
    assertThat(mail.server().taken().getFirst().subject())
        .endsWith("P1 · cpu · api: cpu is bad (#1)");
  }

  /** The mail of its end, which they hear instead, still waits. */
  private void awaitOpeningDropped() {
    var opened = "select count(*) from scheduled_tasks where task_instance like '1:v1:%/mail'";
    mail.await(() -> mail.replica().count(opened) == 0);
  }

  @Test
  void a_route_that_tells_nobody_mails_nobody() {
    mail.open();
    mail.resolve();
    mail.awaitAllDone();

    assertThat(mail.server().tried()).isEmpty();
    assertThat(mail.replica().count("select count(*) from incident_mail")).isZero();
  }
}
