package dev.muster.integrations.postgres.work;

import static org.awaitility.Awaitility.await;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What causes work, and whether it is done; for tests of the chats too. */
public record TestWork(TestReplica replica) {

  /** Opens an incident by an alert: a post and a reply with the details are due. */
  public IncidentId open(String title) {
    var now = replica.clock().instant();
    return open(title, replica.intake(), now);
  }

  IncidentId open(String title, AlertIntake intake, Instant now) {
    intake.take(List.of(Webhooks.firing(title, now, now)));
    return new IncidentId(replica.count("select max(id) from incident"));
  }

  /** Answers the version that the incident then has. */
  public long acknowledge(IncidentId id) {
    return change(
        id,
        incident -> {
          var by = new Actor.Human(new PersonId("devops"), "DevOps Engineer");
          var at = replica.clock().instant().truncatedTo(ChronoUnit.MICROS);
          return incident.to(new IncidentState.Triggered().acknowledge(new Change(at, by)));
        });
  }

  /** A change that shows in the post. */
  long leaveOut(IncidentId id, int alerts) {
    return change(id, incident -> incident.leftOut(alerts));
  }

  /** Answers the version that the incident then has. */
  public long change(IncidentId id, UnaryOperator<Incident> next) {
    var store = replica.incidents();
    return replica
        .database()
        .inTransaction(() -> {
          var changed = next.apply(store.findForUpdate(id).orElseThrow());
          store.save(changed, entry(changed));
          return changed.version();
        });
  }

  public long rows() {
    return replica.count(
        "select count(*) from scheduled_tasks where task_name in ('refresh-post', 'thread-reply')");
  }

  public void awaitAllDone() {
    await("all work done").atMost(Duration.ofSeconds(20)).until(() -> rows() == 0);
  }

  /** Moves the clock on from poll to poll. */
  public void awaitAllDone(TestClock clock) {
    await("all work done")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          clock.advance(Duration.ofMillis(100));
          return rows() == 0;
        });
  }

  private TimelineEntry entry(Incident incident) {
    return new TimelineEntry(
        incident.id(),
        replica.clock().instant(),
        Kind.ACKNOWLEDGED,
        new Actor.Sender("test"),
        "changed",
        Optional.empty());
  }
}
