package dev.muster.integrations.slack;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.own.OwnPlans;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.postgres.work.IncidentWork;
import dev.muster.integrations.postgres.work.TestWork;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * A replica that shows its incidents in Slack and in the built-in chat, on a clock of the test's.
 */
final class SlackDesk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final TestClock clock = new TestClock();
  final FakeSlack slack = FakeSlack.start(clock);
  final Place incidents = slack.channel("incidents");
  final Place ops = slack.channel("ops");
  final TestReplica replica =
      TestReplica.onNewDatabase(clock, PostgresChat.PLATFORM, SlackChat.PLATFORM);
  final TestWork work = new TestWork(replica);
  final SlackChat chat;
  private final SlackApi api;
  private final List<TestWorker> workers = new ArrayList<>();

  SlackDesk() {
    this(Duration.ofSeconds(1));
  }

  /** With so much patience for each call of Slack. */
  SlackDesk(Duration patience) {
    var token = slack.tokens().bot().secret();
    // The first call of a process loads a library, and nothing is to be late but what hangs.
    try (var patient = new SlackApi(new SlackAccess(token, slack.apiUrl()), clock)) {
      var _ = patient.call("auth.test", methods -> methods.authTest(it -> it));
    }
    api = new SlackApi(new SlackAccess(token, slack.apiUrl(), patience), clock);
    chat =
        new SlackChat(
            api,
            name -> Optional.of(slack.channel(name).id()),
            () -> new BlockKit(ZoneOffset.UTC),
            clock);
  }

  /** One more replica that does the work. */
  SlackDesk atWork() {
    Chat web = new PostgresChat(replica.database(), clock);
    workers.add(TestWorker.start(replica, web, chat));
    return this;
  }

  /** The same where incidents have channels for themselves. */
  SlackDesk atWork(OwnPlans plans) {
    Chat web = new PostgresChat(replica.database(), clock);
    var own =
        new SlackOwnChannels(
            api, SlackDesk::user, () -> new BlockKit(ZoneOffset.UTC, SlackDesk::user), clock);
    var owns = new IncidentWork.Own(Map.of(SlackChat.PLATFORM, own), plans);
    workers.add(TestWorker.start(replica, owns, web, chat));
    return this;
  }

  /** One person is in Slack. */
  private static Optional<String> user(PersonId person) {
    return person.value().equals("devops") ? Optional.of("U01AAAA") : Optional.empty();
  }

  void stopWork() {
    workers.forEach(TestWorker::close);
    workers.clear();
  }

  /** Opens an incident in another channel than that of all others. */
  Place openIn(String channel, String title) {
    var now = clock.instant();
    replica.intakeTo(channel).take(List.of(Webhooks.firing(title, now, now)));
    return slack.channel(channel);
  }

  void say(IncidentId incident, String text) {
    var reply = new ThreadReply(incident, "test:" + text, Message.of(text));
    replica.database().inTransaction(() -> replica.work().append(List.of(reply)));
  }

  /** As db-scheduler leaves the work of a replica that died with it. */
  void reviveAll() {
    sql("update scheduled_tasks set consecutive_failures = coalesce(consecutive_failures, 0) + 1");
  }

  void awaitAllDone() {
    work.awaitAllDone(clock);
  }

  /** The clock goes on meanwhile, or nobody would look for due work. */
  void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(100));
          return condition.call();
        });
  }

  /** What the timeline says of messages that did not reach somebody. */
  List<String> troubles(IncidentId incident) {
    return replica.incidents().timeline(incident, 100).stream()
        .filter(entry -> entry.kind() == Kind.NOTIFICATION_FAILED)
        .map(TimelineEntry::text)
        .toList();
  }

  /** What the built-in chat has with these words in it. */
  long inWebChat(String words) {
    return replica.count(
        "select count(*) from chat_message where cast(message as text) like '%" + words + "%'");
  }

  void sql(String update) {
    replica.database().with(handle -> handle.execute(update));
  }

  @Override
  public void close() {
    stopWork();
    replica.close();
    api.close();
    slack.close();
  }
}
