package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.AlertTally;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.command.IncidentCommands;
import dev.muster.commands.incident.suggested.Suggested;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.trigger.PostgresAlertStartStore;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import dev.muster.runbooks.trigger.AlertFacts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Where alerts go when their incident goes on as another, through the command and real rows. */
class MergedIncidentsTest {

  private static final Person DEVOPS =
      new Person(new PersonId("devops"), "DevOps Engineer", ZoneId.of("Africa/Nairobi"), Set.of());

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final AlertIntake intake = replica.intake();
  private final CommandTable table =
      new CommandTable(
          IncidentCommands.all(
              replica.incidents(),
              replica.merges(),
              replica.posts(),
              new Team(new Directory(List.of(DEVOPS), Map.of()), List::of, List::of),
              clock));

  @AfterEach
  void close() {
    replica.close();
  }

  private void fires(String... titles) {
    var now = clock.instant();
    intake.take(Stream.of(titles).map(title -> Webhooks.firing(title, now, now)).toList());
  }

  private void isOver(String title) {
    intake.take(
        List.of(Webhooks.resolved(title, TestClock.START, clock.instant(), clock.instant())));
  }

  private Reply say(String command, String... words) {
    var place = new Place("web", "incidents", Optional.empty());
    var text = "/" + command + " " + String.join(" ", words);
    var invocation = new Invocation(DEVOPS, place, text, "r1");
    return replica
        .database()
        .inTransaction(() -> table.find(command).orElseThrow().run(invocation, List.of(words)));
  }

  private Incident incident(long id) {
    return replica.incidents().find(new IncidentId(id)).orElseThrow();
  }

  private long homeOf(String title) {
    return replica.count(
        "select incident_id from alert where title = '" + title + "' order by id desc limit 1");
  }

  @Test
  void the_other_has_the_alerts_and_gets_what_they_do_next() {
    fires("a", "b");

    say("incident merge", "2", "into", "1");
    clock.advance(Duration.ofMinutes(1));
    isOver("b");

    assertThat(incident(2).state())
        .isInstanceOfSatisfying(
            IncidentState.Merged.class,
            over -> assertThat(over.into()).isEqualTo(new IncidentId(1)));
    assertThat(homeOf("b")).isEqualTo(1);
    assertThat(incident(1).alerts()).isEqualTo(new AlertTally(2, 1, 0));
  }

  @Test
  void what_fires_anew_goes_to_the_other_also_through_two_merges() {
    fires("a", "b", "c");
    say("incident merge", "3", "into", "2");
    say("incident merge", "2", "into", "1");
    isOver("c");
    clock.advance(Duration.ofMinutes(10));

    fires("c");

    assertThat(homeOf("c")).isEqualTo(1);
    assertThat(replica.count("select count(*) from incident")).isEqualTo(3);
    assertThat(incident(3).state())
        .isInstanceOfSatisfying(
            IncidentState.Merged.class,
            over -> assertThat(over.into()).isEqualTo(new IncidentId(1)));
  }

  @Test
  void a_second_time_changes_nothing() {
    fires("a", "b");
    say("incident merge", "2", "into", "1");
    var before = List.of(incident(1), incident(2));

    var reply = say("incident merge", "2", "into", "1");

    assertThat(reply.error()).isEmpty();
    assertThat(List.of(incident(1), incident(2))).isEqualTo(before);
  }

  private void suggest(long id, int rank, AlertFacts alert, String... runbooks) {
    var store = new PostgresAlertStartStore(replica.database());
    replica
        .database()
        .inTransaction(() -> {
          var entries =
              Stream.of(runbooks).map(name -> new Suggested.Entry(name, "About " + name, rank));
          replica.incidents().change(incident(id).suggesting(entries.toList()));
          return Stream.of(runbooks)
              .filter(name -> store.fits(new IncidentId(id), name, rank, alert))
              .count();
        });
  }

  private static AlertFacts facts(long id) {
    return new AlertFacts(
        id, "alert " + id, "high", "", "key", Map.of(), Map.of(), "", TestClock.START);
  }

  @Test
  void the_other_has_the_runbooks_that_fit_with_their_alerts() {
    fires("a", "b");
    suggest(1, 1, facts(1), "both", "one");
    suggest(2, 2, facts(2), "both", "two");

    say("incident merge", "2", "into", "1");

    var store = new PostgresAlertStartStore(replica.database());
    assertThat(store.fitting(new IncidentId(1))).containsExactly("both", "two", "one");
    assertThat(store.fitted(new IncidentId(1), "two")).contains(facts(2));
    assertThat(store.fitted(new IncidentId(1), "both")).contains(facts(1));
    assertThat(store.fitted(new IncidentId(2), "two")).contains(facts(2));
  }

  @Test
  void runbooks_of_both_are_counted_once_also_those_that_no_post_named() {
    fires("a", "b");
    suggest(1, 1, facts(1), "a", "b", "c", "d", "e");
    suggest(2, 1, facts(2), "d", "e", "f", "g");

    say("incident merge", "2", "into", "1");

    var suggested = incident(1).details().suggested();
    assertThat(suggested.best()).extracting(it -> it.runbook()).containsExactly("a", "b", "c");
    assertThat(suggested.others()).isEqualTo(4);
  }

  @RepeatedTest(3)
  void alerts_that_come_meanwhile_are_counted_where_they_are() throws Exception {
    fires("a", "b");
    var work = new ArrayList<Callable<Object>>();
    for (var i = 0; i < 10; i++) {
      var now = clock.instant();
      var event = Webhooks.event("b" + i, AlertStatus.FIRING, now, Optional.empty());
      work.add(() -> intake.take(List.of(Webhooks.of("b", event, now))));
      if (i == 5) {
        work.add(() -> say("incident merge", "2", "into", "1"));
      }
    }

    try (var executor = Executors.newFixedThreadPool(6)) {
      for (var done : executor.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(replica.count("select count(*) from alert where incident_id = 1")).isEqualTo(12);
    assertThat(replica.count("select count(*) from episode where incident_id = 1")).isEqualTo(12);
    assertThat(incident(1).alerts()).isEqualTo(new AlertTally(12, 12, 0));
    assertThat(incident(2).alerts()).isEqualTo(AlertTally.NONE);
  }

  @Test
  void what_people_added_stays_through_all_that_alerts_do() {
    fires("a");
    say("incident edit", "1", "users:612", "root-cause:Slow");
    say("incident role", "1", "ic", "me");
    say("incident mitigate", "1");
    clock.advance(Duration.ofMinutes(1));
    fires("a2");
    isOver("a");
    var details = incident(1).details();

    assertThat(details.findings().affectedUsers()).contains(612L);
    assertThat(details.findings().rootCause()).contains("Slow");
    assertThat(details.crew().in(Role.COMMANDER)).map(Actor::key).contains("devops");
  }

  @Test
  void an_incident_that_burns_again_was_not_mitigated() {
    fires("a");
    say("incident mitigate", "1");
    say("incident resolve", "1");
    isOver("a");
    clock.advance(Duration.ofMinutes(1));

    fires("a");
    say("incident resolve", "1");

    assertThat(incident(1).state().mitigated()).isEmpty();
  }
}
