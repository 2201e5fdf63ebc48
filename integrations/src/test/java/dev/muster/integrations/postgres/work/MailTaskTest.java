package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.notify.IncidentMail;
import dev.muster.commands.notify.Mailing;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.FakeMailer;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told by mail that an incident begins and ends, and what is said when mail does not go. */
class MailTaskTest {

  private static final IncidentId INCIDENT = new IncidentId(1);
  private static final Recipient OPS = new Recipient.Mailbox("ops");
  private static final Recipient CTO = new Recipient.Somebody(new PersonId("cto"));
  private static final Map<Recipient, String> ADDRESSES =
      Map.of(OPS, "ops@example.org", CTO, "cto@example.org");
  private static final IncidentMail WORDS =
      new IncidentMail(ZoneId.of("Africa/Nairobi"), Optional.of("https://muster.example/"));

  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestWork work = new TestWork(replica);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);
  private final FakeMailer server = new FakeMailer();
  private TestWorker worker = TestWorker.start(replica, mailing(server), chat);

  @AfterEach
  void close() {
    worker.close();
    replica.close();
  }

  private static Mailing mailing(Mailer mailer) {
    return new Mailing(mailer, to -> Optional.ofNullable(ADDRESSES.get(to)), () -> WORDS, false);
  }

  /** By a route that tells them; its post and the reply with the details are there. */
  private PostRef open(Recipient... tells) {
    work.open("cpu", replica.intake(List.of(tells)), start);
    work.awaitAllDone(clock);
    var root = chat.nextPost("incidents").ref();
    chat.nextReply(root);
    return root;
  }

  private void resolve(AlertIntake intake) {
    resolve(intake, start);
  }

  private void resolve(AlertIntake intake, Instant startsAt) {
    var now = clock.instant();
    intake.take(List.of(Webhooks.resolved("cpu", startsAt, now, now)));
  }

  /** Answers when. */
  private Instant fireAgain() {
    var now = clock.instant();
    replica.intake(List.of(OPS)).take(List.of(Webhooks.firing("cpu", now, now)));
    return now;
  }

  private void awaitTried(int times) {
    await(() -> server.tried().size() >= times);
  }

  /** Mails too. */
  private void awaitAllDone() {
    await(() ->
        work.rows() == 0
            && replica.count("select count(*) from scheduled_tasks where task_name = 'send-mail'")
                == 0);
  }

  /** Moves the clock on from look to look. */
  private void await(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(500));
          return condition.getAsBoolean();
        });
  }

  private List<String> failures() {
    return replica.incidents().timeline(INCIDENT, 50).stream()
        .filter(entry -> entry.kind().word().equals("notification-failed"))
        .map(TimelineEntry::text)
        .toList();
  }

  @Test
  void one_mail_when_it_opens_and_one_when_it_is_over() {
    open(OPS, CTO);
    awaitAllDone();
    assertThat(server.taken())
        .extracting(Mail::to)
        .containsExactlyInAnyOrder("ops@example.org", "cto@example.org");

    clock.advance(Duration.ofMinutes(26));
    resolve(replica.intake());
    awaitAllDone();

    var toOps = server.taken().stream().filter(it -> it.to().startsWith("ops")).toList();
    assertThat(toOps).hasSize(2);
    assertThat(toOps.getFirst().subject()).isEqualTo("P1 · cpu · api: cpu is bad (#1)");
    assertThat(toOps.getFirst().text())
        .contains("TRIGGERED 4 Apr 18:10 EAT")
        .contains("https://muster.example/incidents/1\n")
        .contains("/incident ack 1")
        .contains("the route \"everything\" tells mailbox:ops");
    assertThat(toOps.getLast().subject()).isEqualTo("cpu · api · resolved after 26 min (#1)");
    assertThat(server.taken()).extracting(Mail::key).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void what_others_do_to_it_mails_nobody() {
    var root = open(OPS);
    work.acknowledge(INCIDENT);
    awaitAllDone();

    assertThat(server.taken()).hasSize(1);
    assertThat(root.channel()).isEqualTo("incidents");
  }

  @Test
  void who_was_told_of_its_end_is_told_that_it_burns_again() {
    var root = open(OPS);
    resolve(replica.intake());
    awaitAllDone();
    clock.advance(Duration.ofMinutes(5));
    fireAgain();
    awaitAllDone();
    chat.nextReply(root);

    assertThat(server.taken())
        .extracting(Mail::subject)
        .hasSize(3)
        .last()
        .isEqualTo("Open again: P1 · cpu · api: cpu is bad (#1)");
  }

  @Test
  void an_end_that_came_twice_before_anybody_could_be_told_is_told_once() {
    var root = open(OPS);
    awaitAllDone();
    worker.close();
    resolve(replica.intake());
    var again = fireAgain();
    clock.advance(Duration.ofMinutes(1));
    resolve(replica.intake(), again);
    worker = TestWorker.start(replica, mailing(server), chat);
    awaitAllDone();
    chat.nextReply(root);

    assertThat(replica.count("select count(*) from incident_mail")).isEqualTo(4);
    assertThat(server.taken()).hasSize(2);
    assertThat(server.taken().getLast().subject()).startsWith("cpu · api · resolved after");
  }

  @Test
  void whoever_heard_of_an_end_hears_of_it_no_second_time_if_nothing_was_said_between() {
    var root = open(OPS);
    resolve(replica.intake());
    awaitAllDone();
    worker.close();
    var again = fireAgain();
    clock.advance(Duration.ofMinutes(1));
    resolve(replica.intake(), again);
    worker = TestWorker.start(replica, mailing(server), chat);
    awaitAllDone();
    chat.nextReply(root);

    assertThat(server.taken()).hasSize(2);
  }

  @Test
  void whoever_never_heard_that_it_was_over_is_not_told_that_it_burns_again() {
    var root = open(OPS);
    awaitAllDone();
    worker.close();
    resolve(replica.intake());
    fireAgain();
    worker = TestWorker.start(replica, mailing(server), chat);
    awaitAllDone();
    chat.nextReply(root);

    assertThat(replica.count("select count(*) from incident_mail")).isEqualTo(3);
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void whoever_may_have_heard_that_it_was_over_is_told_that_it_burns_again() {
    var root = open(OPS);
    awaitAllDone();
    server.fails(Outcome.UNCLEAR, "the mail server did not say whether it took the mail");
    resolve(replica.intake());
    awaitTried(2);
    worker.close();
    server.works();
    fireAgain();
    worker = TestWorker.start(replica, mailing(server), chat);
    awaitAllDone();
    chat.nextReply(root);

    assertThat(server.taken()).hasSize(2);
    assertThat(server.taken().getLast().subject()).startsWith("Open again: ");
  }

  @Test
  void a_route_that_tells_nobody_mails_nobody() {
    open();
    resolve(replica.intake());
    awaitAllDone();

    assertThat(server.tried()).isEmpty();
    assertThat(replica.count("select count(*) from incident_mail")).isZero();
  }

  @Test
  void what_was_surely_not_sent_comes_once_and_without_a_mark() {
    server.fails(Outcome.NOT_SENT, "away");
    open(OPS);
    awaitTried(2);
    server.works();
    awaitAllDone();

    assertThat(server.taken()).hasSize(1);
    assertThat(server.taken().getFirst().subject()).doesNotContain("repeat");
    assertThat(worker.failures(WorkRows.SEND_MAIL)).isGreaterThanOrEqualTo(2);
    assertThat(failures()).isEmpty();
  }

  @Test
  void of_which_nobody_knows_comes_again_as_a_possible_repeat_of_the_same_name() {
    server.fails(Outcome.UNCLEAR, "the mail server did not say whether it took the mail");
    open(OPS);
    awaitTried(1);
    server.works();
    awaitAllDone();

    var tried = server.tried();
    assertThat(tried).extracting(Mail::key).containsOnly(tried.getFirst().key());
    assertThat(tried.getFirst().subject()).doesNotContain("repeat");
    assertThat(server.taken().getFirst().subject()).endsWith("(may be a repeat)");
  }

  @Test
  void a_mail_that_never_is_clear_does_not_come_for_ever() {
    server.fails(Outcome.UNCLEAR, "the mail server did not say whether it took the mail");
    var root = open(OPS);
    awaitAllDone();

    assertThat(server.tried()).hasSize(5);
    assertThat(chat.nextReply(root).text())
        .isEqualTo(
            "mailbox:ops was perhaps told by mail, and perhaps not: the mail server did not say"
                + " whether it took the mail. Tell them yourself.");
  }

  @Test
  void an_address_that_is_refused_is_said_at_once() {
    server.fails(Outcome.REFUSED, "the mail server mail:25 answered: 550 no such user");
    var root = open(OPS);
    awaitAllDone();

    assertThat(chat.nextReply(root).text())
        .isEqualTo(
            "mailbox:ops was not told by mail: the mail server mail:25 answered: 550 no such user."
                + " Tell them yourself.");
    awaitAllDone();
    assertThat(server.tried()).hasSize(1);
    assertThat(worker.givenUp()).containsExactly(WorkRows.SEND_MAIL);
    assertThat(failures()).hasSize(1);
  }

  @Test
  void a_failure_that_lasts_is_said_in_the_thread_and_the_mail_comes_when_it_can() {
    server.fails(Outcome.NOT_SENT, "the mail server mail:25 cannot be reached");
    var root = open(OPS);
    awaitTried(9);
    await(() -> failures().size() == 1 && work.rows() == 0);

    assertThat(chat.nextReply(root).text())
        .startsWith("mailbox:ops has not been told by mail yet: the mail server mail:25 cannot be")
        .contains("keeps trying");
    server.works();
    awaitAllDone();
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void without_a_mail_server_the_thread_says_so_once() {
    worker.close();
    worker = TestWorker.start(replica, mailing(Mailer.none()), chat);
    var root = open(OPS);
    awaitAllDone();

    assertThat(chat.nextReply(root).text())
        .isEqualTo(
            "mailbox:ops was not told by mail: mail is not set up here, which takes SMTP_URL. Tell"
                + " them yourself.");
    resolve(replica.intake());
    awaitAllDone();
    assertThat(failures()).hasSize(1);
  }

  @Test
  void whoever_has_no_address_is_named() {
    var root = open(new Recipient.Somebody(new PersonId("intern")));
    awaitAllDone();

    assertThat(chat.nextReply(root).text())
        .startsWith("person:intern was not told by mail: the configuration has no e-mail address");
    awaitAllDone();
  }

  @Test
  void after_a_crash_in_the_middle_it_comes_as_a_possible_repeat() {
    worker.close();
    work.open("cpu", replica.intake(List.of(OPS)), start);
    replica
        .database()
        .inTransaction(() ->
            replica
                .database()
                .with(handle -> handle.execute("update incident_mail set unclear = 1")));
    worker = TestWorker.start(replica, mailing(server), chat);
    awaitAllDone();
    chat.nextReply(chat.nextPost("incidents").ref());

    assertThat(server.taken().getFirst().subject()).endsWith("(may be a repeat)");
  }
}
