package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An alert that fires on with another severity, where rows carry what was before. */
class RaisedSeverityTest {

  private static final Severity P2 = new Severity("P2", CanonicalSeverity.MEDIUM);

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);

  @AfterEach
  void close() {
    replica.close();
  }

  private AlertIntake intake() {
    var everything =
        new Route(
            "everything",
            List.of(),
            Optional.empty(),
            Optional.of("incidents"),
            List.of(),
            TestReplica.REOPEN_WITHIN,
            Map.of());
    var scale = new SeverityScale(List.of(TestReplica.P1, P2), Map.of());
    var routing = new Routing(List.of(everything), scale);
    return new AlertIntake(replica.database(), replica.store(), () -> routing, clock);
  }

  private void fire(String severity) {
    var event =
        new AlertEvent(
            "cpu",
            AlertStatus.FIRING,
            Optional.of(severity),
            "cpu",
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.of(TestClock.START),
            Optional.empty());
    intake().take(List.of(Webhooks.of("g", event, clock.instant())));
  }

  private Incident incident() {
    return replica.incidents().find(new IncidentId(1)).orElseThrow();
  }

  private String alert() {
    return replica
        .database()
        .with(handle ->
            handle
                .select("select severity || ' ' || severity_level || ' ' || count from alert")
                .mapTo(String.class)
                .one());
  }

  @Test
  void is_kept_of_the_alert_and_its_incident_with_a_line_in_the_timeline() {
    fire("warning");

    fire("critical");

    assertThat(incident().severity()).isEqualTo(TestReplica.P1);
    assertThat(alert()).isEqualTo("P1 CRITICAL 2");
    assertThat(replica.incidents().timeline(incident().id(), 10))
        .last()
        .satisfies(entry -> {
          assertThat(entry.kind()).isEqualTo(Kind.SEVERITY_RAISED);
          assertThat(entry.text()).isEqualTo("Raised from P2 to P1 by cpu");
        });
  }

  @Test
  void is_not_lowered_by_a_milder_one_nor_raised_twice() {
    fire("warning");
    fire("critical");
    var version = incident().version();

    fire("warning");
    fire("critical");

    assertThat(incident().version()).isEqualTo(version);
    assertThat(alert()).isEqualTo("P1 CRITICAL 4");
  }

  @Test
  void of_an_alert_that_the_previous_release_opened_is_compared_with_its_incident() {
    fire("warning");
    replica.database().with(handle -> handle.execute("update episode set severity_level = null"));

    fire("critical");

    assertThat(incident().severity()).isEqualTo(TestReplica.P1);
    assertThat(alert()).isEqualTo("P1 CRITICAL 2");
  }
}
