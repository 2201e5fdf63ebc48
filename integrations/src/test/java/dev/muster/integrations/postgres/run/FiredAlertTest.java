package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.alert.Route;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.intake.ReceivedBatch;
import dev.muster.commands.runbook.trigger.AlertStarts;
import dev.muster.commands.runbook.trigger.Narrowing;
import dev.muster.commands.runbook.trigger.TriggerMeans;
import dev.muster.integrations.postgres.announce.PostgresAnnouncements;
import dev.muster.integrations.postgres.trigger.FiredAlertTask;
import dev.muster.integrations.postgres.trigger.PostgresAlertStartStore;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import dev.muster.integrations.testing.Webhooks;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiredAlertTest {

  private static final Duration IN_TIME = Duration.ofSeconds(30);
  private static final String AUTO =
      """
      on:
        alert: {match: {service: api}, mode: auto}
        throttle: {onceWithin: 15m}
      steps:
        - {id: look, uses: read}
      """;
  private static final Actor MUSTER = new Actor.Muster();
  private static final String SUGGESTED =
      """
      on:
        alert: {match: {alertname: %s}}
      steps:
        - {id: mend, uses: change}
      """;

  /** What the clock is ahead: the scheduler's own waits need one that goes. */
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private final InstantSource clock = () -> InstantSource.system().instant().plus(ahead.get());
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private List<Route> routes = replica.routes();
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void a_storm_over_many_incidents_and_two_replicas_starts_one_run() throws Exception {
    try (var sibling = replica.sibling();
        var one = runs(replica).knows("look", AUTO);
        var other = runs(sibling).knows("look", AUTO)) {
      one.goOn(task(replica, one));
      other.goOn(task(sibling, other));
      var rules = one.rules();
      for (var group = 0; group < 10; group++) {
        var own = group % 2 == 0 ? replica : sibling;
        own.intake(rules).take(storm(group * 100, 100));
      }

      await("all is decided").atMost(IN_TIME).until(() -> waiting() == 0);

      assertThat(replica.count("select count(*) from incident")).isEqualTo(1_000);
      assertThat(replica.count("select count(*) from run")).isEqualTo(1);
      assertThat(replica.count("select held_back from runbook_start")).isEqualTo(999);
      assertThat(
              replica.count(
                  "select count(*) from timeline_entry where text like '%not started again%'"))
          .isEqualTo(999);
      assertThat(one.acts()).containsExactly("look");
    }
  }

  @Test
  void once_the_time_is_over_it_starts_again_and_says_how_many_started_nothing() throws Exception {
    try (var runs = runs(replica).knows("look", AUTO)) {
      runs.goOn(task(replica, runs));
      var intake = replica.intake(runs.rules());
      intake.take(storm(0, 1));
      await().atMost(IN_TIME).until(() -> waiting() == 0);
      intake.take(storm(1, 3));
      await().atMost(IN_TIME).until(() -> waiting() == 0);
      assertThat(replica.count("select count(*) from run")).isEqualTo(1);

      ahead.set(Duration.ofMinutes(15));
      intake.take(storm(4, 1));
      await().atMost(IN_TIME).until(() -> waiting() == 0);

      assertThat(replica.count("select count(*) from run")).isEqualTo(2);
      assertThat(replies())
          .anySatisfy(it -> assertThat(it).contains("Since its last run 3 more alerts started"));
    }
  }

  @Test
  void nothing_is_written_for_alerts_that_no_runbook_fits() throws Exception {
    try (var runs = runs(replica).knows("mend", SUGGESTED.formatted("other"))) {
      replica.intake(runs.rules()).take(storm(0, 5));

      assertThat(waiting()).isZero();
      assertThat(replica.count("select count(*) from incident")).isEqualTo(5);
    }
  }

  @Test
  void what_fires_before_the_runbooks_are_read_is_decided_once_they_are() throws Exception {
    try (var runs = runs(replica).knows("look", AUTO)) {
      var unread = AlertRules.NONE.soFar();
      var looks = new AtomicInteger();
      var read = new AtomicBoolean();
      runs.goOn(
          task(
              replica,
              runs,
              () -> {
                looks.incrementAndGet();
                return read.get() ? runs.rules() : unread;
              }));

      replica.intake(unread).take(storm(0, 2));
      await("looked at more than once").atMost(IN_TIME).until(() -> looks.get() > 2);
      assertThat(waiting()).isEqualTo(2);
      assertThat(replica.count("select count(*) from run")).isZero();
      read.set(true);

      await("decided").atMost(IN_TIME).until(() -> waiting() == 0);
      assertThat(replica.count("select count(*) from run")).isEqualTo(1);
      assertThat(replica.count("select held_back from runbook_start")).isEqualTo(1);
    }
  }

  @Test
  void what_is_suggested_stands_in_the_thread_once_the_best_first() throws Exception {
    try (var runs =
            runs(replica)
                .knows("any", SUGGESTED.formatted("\"=~alert.*\""))
                .knows("best", SUGGESTED.formatted("alert0, service: api"));
        var _ = TestWorker.start(replica, chat)) {
      runs.goOn(task(replica, runs));
      replica.intake(runs.rules()).take(storm(0, 1));

      var root = chat.nextPost("incidents");
      assertThat(chat.nextReply(root.ref()).text()).isEqualTo("Details of alert0");
      var suggested = chat.nextReply(root.ref());
      assertThat(suggested.text()).isEqualTo("Runbooks for alert0: A test · A test");
      var blocks = suggested.message().blocks().toString();
      assertThat(blocks.indexOf("/runbook run best"))
          .isBetween(0, blocks.indexOf("/runbook run any"));
      assertThat(blocks)
          .contains("Suggested because the alert is alert0 and service is api.")
          .doesNotContain("=~");
      var post = chat.awaitVersion(root.ref(), 3).message().blocks().toString();
      assertThat(post).contains("Runbooks: A test · A test", "/runbook run best for:#1");
      assertThat(post).doesNotContain("/runbook run any");
      assertThat(replica.count("select count(*) from run")).isZero();
      chat.assertNothingElse();
    }
  }

  @Test
  void what_was_not_decided_when_its_incident_went_into_another_is_decided_there()
      throws Exception {
    try (var runs = runs(replica).knows("mend", SUGGESTED.formatted("alert1"))) {
      replica.intake(runs.rules()).take(storm(0, 2));
      replica.database().inTransaction(() -> merge(replica, new IncidentId(2), new IncidentId(1)));

      runs.goOn(task(replica, runs));

      await("decided").atMost(IN_TIME).until(() -> waiting() == 0);
      assertThat(replica.count("select incident_id from incident_runbook")).isEqualTo(1);
      replica.database().with(handle -> handle.execute("delete from incident where id = 1"));
      assertThat(replica.count("select count(*) from incident_runbook")).isZero();
    }
  }

  @Test
  void what_is_being_decided_when_its_incident_goes_into_another_is_decided_there()
      throws Exception {
    try (var sibling = replica.sibling();
        var runs = runs(replica).knows("mend", SUGGESTED.formatted("alert1"))) {
      replica.intake(runs.rules()).take(storm(0, 2));
      sibling
          .database()
          .inTransaction(() -> {
            var into = merge(sibling, new IncidentId(2), new IncidentId(1));
            runs.goOn(task(replica, runs));
            await("it waits for the merge").atMost(IN_TIME).until(() -> replica.lockWaits() > 0);
            return into;
          });

      await("decided").atMost(IN_TIME).until(() -> waiting() == 0);
      assertThat(replica.count("select incident_id from incident_runbook")).isEqualTo(1);
    }
  }

  private IncidentId merge(TestReplica own, IncidentId from, IncidentId into) {
    var locked = own.merges().lock(List.of(from, into));
    var merged = new IncidentState.Triggered().merge(new Change(clock.instant(), MUSTER), into);
    own.incidents().change(locked.get(from).into(merged));
    own.merges().handOver(from, into);
    return into;
  }

  @Test
  void a_route_leaves_out_what_it_does_not_name() throws Exception {
    try (var runs =
        runs(replica)
            .knows("look", AUTO)
            .knows("any", SUGGESTED.formatted("\"=~alert.*\""))
            .knows("best", SUGGESTED.formatted("alert0, service: api"))) {
      routes = replica.routes().stream().map(it -> letting(it, Set.of("any"))).toList();
      runs.goOn(task(replica, runs));
      replica.intake(runs.rules()).take(storm(0, 1));

      await("decided").atMost(IN_TIME).until(() -> waiting() == 0);
      assertThat(replica.count("select count(*) from incident_runbook")).isEqualTo(1);
      assertThat(replica.count("select count(*) from run")).isZero();
      assertThat(replies()).anySatisfy(it -> assertThat(it).contains("/runbook run any"));
      assertThat(replies()).noneSatisfy(it -> assertThat(it).contains("/runbook run best"));
    }
  }

  @Test
  void who_is_killed_while_deciding_leaves_it_to_another() throws Exception {
    try (var runs = runs(replica).knows("look", AUTO)) {
      replica.intake(runs.rules()).take(storm(0, 1));
      replica.database().with(handle -> handle.execute(TAKEN_BY_NOBODY));

      runs.goOn(task(replica, runs));
      ahead.set(Duration.ofMinutes(1));

      await("decided").atMost(IN_TIME).until(() -> waiting() == 0);
      assertThat(replica.count("select count(*) from run")).isEqualTo(1);
    }
  }

  private static final String TAKEN_BY_NOBODY =
      """
      update scheduled_run set picked = true, picked_by = 'killed', version = version + 1,
          last_heartbeat = execution_time
      """;

  private static TestRuns runs(TestReplica replica) {
    return TestRuns.on(replica);
  }

  private static Route letting(Route route, Set<String> runbooks) {
    return new Route(
        route.name(),
        route.matchers(),
        route.severity(),
        route.channel(),
        route.groupBy(),
        route.reopenWithin(),
        route.links(),
        route.targets(),
        route.tells(),
        route.own(),
        Optional.of(runbooks));
  }

  private FiredAlertTask task(TestReplica own, TestRuns runs) {
    return task(own, runs, runs::rules);
  }

  private FiredAlertTask task(TestReplica own, TestRuns runs, Supplier<AlertRules> rules) {
    var places =
        new PostgresAnnouncements.Places(_ -> Set.of(TestReplica.PLATFORM), _ -> Optional.empty());
    var announcements = new PostgresAnnouncements(own.database(), own.work(), places, own.clock());
    var means = new TriggerMeans(runs.means(), announcements, () -> ZoneOffset.UTC);
    var store = new PostgresAlertStartStore(own.database());
    var starts = new AlertStarts(rules, new Narrowing(() -> routes), means, own.incidents(), store);
    return new FiredAlertTask(own.database(), starts, TestRuns.unheard(), own.clock());
  }

  /** Each alert opens an incident of its own. */
  private List<ReceivedBatch> storm(int first, int many) {
    var now = clock.instant();
    return IntStream.range(first, first + many)
        .mapToObj(i -> Webhooks.firing("alert" + i, now, now))
        .toList();
  }

  private long waiting() {
    return replica.count("select count(*) from scheduled_run");
  }

  private List<String> replies() {
    return replica
        .database()
        .with(handle ->
            handle
                .createQuery(
                    """
                    select convert_from(task_data, 'UTF8') from scheduled_tasks
                    where task_name = 'thread-reply'
                    """)
                .mapTo(String.class)
                .list());
  }
}
