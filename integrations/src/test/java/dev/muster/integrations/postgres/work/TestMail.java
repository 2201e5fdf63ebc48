package dev.muster.integrations.postgres.work;

import dev.muster.commands.alert.Recipient;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.notify.IncidentMail;
import dev.muster.commands.notify.Mailing;
import dev.muster.commands.people.PersonId;
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

/** A replica that mails of one alert and its incident. */
final class TestMail implements AutoCloseable {

  static final IncidentId INCIDENT = new IncidentId(1);
  static final Recipient OPS = new Recipient.Mailbox("ops");
  static final Recipient CTO = new Recipient.Somebody(new PersonId("cto"));

  private static final Map<Recipient, String> ADDRESSES =
      Map.of(OPS, "ops@example.org", CTO, "cto@example.org");
  private static final IncidentMail WORDS =
      new IncidentMail(ZoneId.of("Africa/Nairobi"), Optional.of("https://muster.example/"));

  /** By which the clock goes on from look to look. */
  private static final Duration STEP = Duration.ofMillis(500);

  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestWork work = new TestWork(replica);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);
  private final FakeMailer server = new FakeMailer();
  private TestWorker worker = start(server);

  TestClock clock() {
    return clock;
  }

  TestReplica replica() {
    return replica;
  }

  TestWork work() {
    return work;
  }

  FakeChat chat() {
    return chat;
  }

  FakeMailer server() {
    return server;
  }

  TestWorker worker() {
    return worker;
  }

  /** Until it works again. */
  void rests() {
    worker.close();
  }

  void works() {
    worksWith(server);
  }

  void worksWith(Mailer mailer) {
    worker = start(mailer);
  }

  private TestWorker start(Mailer mailer) {
    var mailing =
        new Mailing(mailer, to -> Optional.ofNullable(ADDRESSES.get(to)), () -> WORDS, false);
    return TestWorker.start(replica, mailing, chat);
  }

  void fire(Recipient... tells) {
    work.open("cpu", replica.intake(List.of(tells)), start);
  }

  /** By a route that tells them; its post and the reply with the details are there. */
  PostRef open(Recipient... tells) {
    fire(tells);
    work.awaitAllDone(clock);
    var root = chat.nextPost("incidents").ref();
    chat.nextReply(root);
    return root;
  }

  void resolve() {
    resolve(start);
  }

  void resolve(Instant startsAt) {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.resolved("cpu", startsAt, now, now)));
  }

  /** Answers when. */
  Instant fireAgain() {
    var now = clock.instant();
    replica.intake(List.of(OPS)).take(List.of(Webhooks.firing("cpu", now, now)));
    return now;
  }

  void awaitTried(int times) {
    await(STEP, () -> server.tried().size() >= times);
  }

  /** The same for what is tried ever later. */
  void awaitTriedForMinutes(int times) {
    await(STEP.multipliedBy(10), () -> server.tried().size() >= times);
  }

  /** Mails too. */
  void awaitAllDone() {
    await(() ->
        work.rows() == 0
            && replica.count("select count(*) from scheduled_tasks where task_name = 'send-mail'")
                == 0);
  }

  void await(BooleanSupplier condition) {
    await(STEP, condition);
  }

  /** Moves the clock on from look to look. */
  private void await(Duration step, BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(step);
          return condition.getAsBoolean();
        });
  }

  /** What the incident's timeline says of mails that nobody got. */
  List<String> failures() {
    return replica.incidents().timeline(INCIDENT, 50).stream()
        .filter(entry -> entry.kind().word().equals("notification-failed"))
        .map(TimelineEntry::text)
        .toList();
  }

  @Override
  public void close() {
    worker.close();
    replica.close();
  }
}
