package dev.muster.integrations.postgres.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.intake.ReceivedBatch;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.intake.PostgresAlertHistory;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final SilenceHands hands = new SilenceHands(replica, clock);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);

  @AfterEach
  void close() {
    replica.close();
  }

  private void fire(String title) {
    replica.intake().take(List.of(Webhooks.firing(title, clock.instant(), clock.instant())));
  }

  private void fireAll(int count) {
    var events =
        IntStream.range(0, count)
            .mapToObj(
                i -> Webhooks.event("a" + i, AlertStatus.FIRING, clock.instant(), Optional.empty()))
            .toList();
    var single = Webhooks.firing("x", clock.instant(), clock.instant());
    var batch = new AlertBatch(AlertStatus.FIRING, Optional.of("storm"), events, 0);
    replica
        .intake()
        .take(List.of(new ReceivedBatch(single.id(), single.integration(), single.body(), batch)));
  }

  private List<Incident> incidents() {
    return replica.incidents().list(IncidentFilter.ALL, PageRequest.first(50)).items();
  }

  private List<Alert> alerts(AlertFilter filter) {
    var history = new PostgresAlertHistory(replica.database());
    return history.list(filter, PageRequest.first(500)).items();
  }

  /** The clock goes on from poll to poll until no silence is left to be looked after now. */
  private void awaitLetGo() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(100));
          return replica.count(
                  "select count(*) from scheduled_tasks where task_name = 'silence'"
                      + " and (picked or execution_time <= '"
                      + clock.instant()
                      + "')")
              == 0;
        });
  }

  /** Until all that is to be said is said; a reply waits for the post that it belongs to. */
  private void awaitSaid() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(100));
          return replica.count(
                  "select count(*) from scheduled_tasks"
                      + " where task_name in ('refresh-post', 'thread-reply')")
              == 0;
        });
  }

  @Test
  void a_silenced_alert_is_kept_listed_and_counted() {
    var silence = hands.begin("alertname=~\"cp.\"", Duration.ofHours(2));

    fire("cpu");
    fire("cpu");
    fire("disk");

    assertThat(incidents()).hasSize(1);
    assertThat(alerts(AlertFilter.ALL)).hasSize(2);
    assertThat(alerts(AlertFilter.ALL.silencedBy(silence.id())))
        .isEqualTo(alerts(AlertFilter.ALL.silenced()))
        .singleElement()
        .matches(alert -> alert.title().equals("cpu") && alert.count() == 2)
        .matches(alert -> alert.silence().equals(Optional.of(silence.id())));
    assertThat(replica.silences().held()).containsExactlyEntriesOf(Map.of(silence.id(), 1L));
  }

  @Test
  void at_its_end_what_still_fires_opens_its_incident_on_one_of_two_replicas() {
    var silence = hands.begin("service=api", Duration.ofHours(2));
    fire("cpu");
    fire("disk");
    replica.intake().take(List.of(resolved("disk")));
    try (var one = TestWorker.start(replica, chat);
        var _ = TestWorker.start(replica.sibling(), chat)) {
      awaitLetGo();
      assertThat(incidents()).isEmpty();

      clock.advance(Duration.ofHours(2));
      awaitLetGo();

      await().atMost(PATIENCE).until(() -> incidents().size() == 1);
      awaitSaid();
      var post = chat.nextPost("incidents");
      assertThat(post.text()).contains("cpu");
      assertThat(chat.nextReply(post.ref()).message().blocks().toString())
          .contains("Opened now, since silence 1 has ended and it fires on.");
      assertThat(one.givenUp()).isEmpty();
    }
    assertThat(alerts(AlertFilter.ALL.silenced())).extracting(Alert::title).containsExactly("disk");
    assertThat(replica.silences().find(silence.id()).flatMap(Silence::ended))
        .hasValueSatisfying(over -> assertThat(over.by()).isEqualTo(new Actor.Muster()));
    assertThat(replica.count("select count(*) from audit_entry where command = 'alert unsilence'"))
        .isEqualTo(1);
  }

  private ReceivedBatch resolved(String title) {
    var now = clock.instant();
    return Webhooks.resolved(title, now, now.plusSeconds(60), now);
  }

  @Test
  void whoever_ends_it_lets_its_alerts_go_at_once() {
    var silence = hands.begin("service=api", Duration.ofHours(2));
    fire("cpu");
    hands.end(silence);

    try (var _ = TestWorker.start(replica, chat)) {
      awaitLetGo();
      awaitSaid();
      chat.nextReply(chat.nextPost("incidents").ref());
    }
    assertThat(incidents()).hasSize(1);
    assertThat(replica.incidents().timeline(new IncidentId(1), 10))
        .extracting(TimelineEntry::text)
        .containsExactly(
            "Opened for cpu", "cpu fires on: silence 1, which kept it quiet, has ended");
  }

  @Test
  void what_a_killed_replica_had_begun_to_let_go_goes_on_on_another() {
    var silence = hands.begin("service=api", Duration.ofHours(2));
    fireAll(250);
    hands.end(silence);
    assertThat(replica.intake().release(silence.id())).isEqualTo(100);

    assertThat(replica.sibling().ending().endIfDue(silence.id())).isTrue();

    assertThat(incidents())
        .singleElement()
        .satisfies(incident -> assertThat(incident.alerts().firing()).isEqualTo(250));
    assertThat(alerts(AlertFilter.ALL.silenced())).isEmpty();
    assertThat(alerts(AlertFilter.ALL)).allMatch(alert -> alert.count() == 1);
  }

  @RepeatedTest(5)
  void no_alert_is_held_by_a_silence_that_has_ended_while_it_came_in() throws Exception {
    var silence = hands.begin("service=api", Duration.ofHours(2));
    var calls = new ArrayList<Callable<Object>>();
    for (var i = 0; i < 30; i++) {
      var title = "a" + i;
      calls.add(() -> {
        fire(title);
        return title;
      });
    }
    calls.add(15, () -> hands.end(silence));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(calls)) {
        done.get();
      }
    }

    assertThat(replica.ending().endIfDue(silence.id())).isTrue();

    assertThat(incidents()).hasSize(30);
    assertThat(replica.silences().held()).isEmpty();
  }

  @Test
  void one_that_is_prolonged_sleeps_until_its_new_end() {
    var silence = hands.begin("service=api", Duration.ofHours(2));
    fire("cpu");
    try (var _ = TestWorker.start(replica, chat)) {
      replica
          .database()
          .inTransaction(() -> {
            replica.silences().prolong(silence.until(clock.instant().plus(Duration.ofHours(4))));
            return silence;
          });
      clock.advance(Duration.ofHours(3));
      awaitLetGo();
      assertThat(incidents()).isEmpty();

      clock.advance(Duration.ofHours(1));
      awaitLetGo();
      awaitSaid();

      chat.nextReply(chat.nextPost("incidents").ref());
    }
  }

  @Test
  void an_open_incident_says_what_is_silenced_of_its_group_as_long_as_it_is() {
    fire("a0");
    var silence = hands.begin("alertname=a1", Duration.ofHours(2));
    var quiet = Webhooks.of("a0", event("a1"), clock.instant());

    replica.intake().take(List.of(quiet));

    assertThat(replica.silences().notedIn(silence.id())).containsExactly(new IncidentId(1));
    assertThat(incidents().getFirst().details().quiet().silences())
        .containsEntry(silence.id().value(), silence.endsAt());
    hands.end(silence);
    assertThat(replica.ending().endIfDue(silence.id())).isTrue();
    assertThat(incidents())
        .singleElement()
        .matches(incident -> incident.details().quiet().silences().isEmpty())
        .matches(incident -> incident.alerts().firing() == 2);
  }

  private AlertEvent event(String title) {
    return Webhooks.event(title, AlertStatus.FIRING, clock.instant(), Optional.empty());
  }
}
