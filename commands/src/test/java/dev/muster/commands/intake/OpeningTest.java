package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.intake.TestIntake.batch;
import static dev.muster.commands.intake.TestIntake.integration;
import static dev.muster.commands.testing.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.LabelMatcher;
import dev.muster.commands.alert.Route;
import dev.muster.commands.chat.Block;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OpeningTest {

  private final TestIntake intake = TestIntake.routingEverything();

  @Test
  void a_firing_alert_opens_an_incident_in_the_channel_of_its_route() {
    intake.send(alert("cpu").severity("critical").label("service", "api").firing(START));

    var incident = intake.newest();
    assertThat(incident.channel()).isEqualTo("incidents");
    assertThat(incident.state().status()).isEqualTo(IncidentStatus.TRIGGERED);
    assertThat(incident.severity()).isEqualTo(TestIntake.P1);
    assertThat(incident.headline().title()).isEqualTo("cpu");
    assertThat(incident.headline().services()).containsExactly("api");
    assertThat(incident.alerts().firing()).isEqualTo(1);
    assertThat(intake.history()).containsExactly("Opened for cpu", "cpu fires");
    assertThat(intake.replies()).containsExactly("Details of cpu");
  }

  @Test
  void the_answer_and_the_kept_webhook_name_the_alerts_and_the_incident() {
    var accepted = intake.send(alert("cpu").firing(START), alert("disk").firing(START));

    assertThat(accepted.alerts()).isEqualTo(2);
    assertThat(accepted.incidents()).containsExactly(new IncidentId(1));
    var kept = intake.store.tables().deliveries().getFirst();
    assertThat(kept.delivery().id()).isEqualTo(accepted.delivery());
    assertThat(kept.delivery().alerts()).containsExactly(1L, 2L);
    assertThat(kept.delivery().incidents()).containsExactly(new IncidentId(1));
    assertThat(kept.body().bytes()).asString().isEqualTo("cpu");
  }

  @Test
  void alerts_of_one_group_share_an_incident() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("disk").firing(START));

    assertThat(intake.incidents()).hasSize(1);
    assertThat(intake.newest().alerts().total()).isEqualTo(2);
    assertThat(intake.replies()).hasSize(1);
  }

  @Test
  void groups_of_the_sender_have_incidents_of_their_own() {
    intake.take(batch("one", 0, alert("cpu").firing(START)));
    intake.take(batch("two", 0, alert("disk").firing(START)));

    assertThat(intake.incidents()).hasSize(2);
  }

  @Test
  void two_webhooks_of_one_commit_open_one_incident() {
    var first = intake.received(TestIntake.PROMETHEUS, batch("g", 0, alert("cpu").firing(START)));
    var second = intake.received(TestIntake.PROMETHEUS, batch("g", 0, alert("disk").firing(START)));

    var results = intake.intake.take(List.of(first, second));

    assertThat(intake.incidents()).hasSize(1);
    assertThat(results)
        .extracting(result -> ((IntakeResult.Accepted) result).incidents())
        .containsOnly(List.of(new IncidentId(1)));
  }

  @Test
  void the_worst_severity_counts() {
    intake.send(alert("cpu").severity("warning").firing(START));
    intake.send(alert("disk").severity("critical").firing(START));
    intake.send(alert("net").severity("high").firing(START));

    assertThat(intake.newest().severity()).isEqualTo(TestIntake.P1);
  }

  @ParameterizedTest
  @CsvSource({
    "high, cpu fires (P1; raised from P2 by route everything)",
    "page, cpu fires",
    "unheard of, cpu fires"
  })
  void a_severity_that_is_not_the_senders_is_explained(String sent, String line) {
    var route = TestIntake.everything();
    var raising =
        new TestIntake(
            new Route(
                route.name(),
                route.matchers(),
                Optional.of(TestIntake.P1),
                route.channel(),
                route.groupBy(),
                route.reopenWithin(),
                route.links()));

    raising.send(alert("cpu").severity(sent).firing(START));

    var explanation = "Severity: P1, raised from P2 by route everything";
    assertThat(raising.newest().severity()).isEqualTo(TestIntake.P1);
    assertThat(raising.history()).last().isEqualTo(line.replace(';', ','));
    assertThat(
            raising.store.tables().replies().getFirst().message().blocks().stream()
                .anyMatch(Block.line(explanation)::equals))
        .isEqualTo(line.contains("raised"));
  }

  @Test
  void the_same_fingerprint_of_two_senders_is_two_alerts() {
    intake.take(integration("east"), batch("g", 0, alert("cpu").firing(START)));
    intake.take(integration("west"), batch("g", 0, alert("cpu").firing(START)));

    assertThat(intake.alerts()).hasSize(2);
    assertThat(intake.incidents())
        .extracting(Incident::groupKey)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void a_resolve_of_one_sender_does_not_end_the_alert_of_another() {
    intake.take(integration("east"), batch("g", 0, alert("cpu").firing(START)));
    intake.take(integration("west"), batch("g", 0, alert("cpu").resolved(START, START)));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void labels_of_the_route_make_the_groups_instead_of_the_sender() {
    var byService = new TestIntake(TestIntake.everything("service"));

    byService.take(
        batch(
            "g",
            0,
            alert("cpu").label("service", "api").firing(START),
            alert("disk").label("service", "db").firing(START)));
    byService.take(
        integration("other"), batch("h", 0, alert("net").label("service", "db").firing(START)));

    assertThat(byService.incidents()).hasSize(2);
    assertThat(byService.newest().alerts().total()).isEqualTo(2);
  }

  @Test
  void an_alert_without_a_channel_is_kept_and_opens_nothing() {
    var quiet = new TestIntake(TestIntake.route("quiet", List.of(), Optional.empty(), List.of()));

    var accepted = quiet.send(alert("cpu").firing(START));

    assertThat(quiet.alerts()).hasSize(1);
    assertThat(quiet.incidents()).isEmpty();
    assertThat(quiet.replies()).isEmpty();
    assertThat(accepted.incidents()).isEmpty();
    assertThat(accepted.ignored().first())
        .singleElement()
        .matches(ignored -> ignored.reason().contains("no route with a channel"));
  }

  @Test
  void an_alert_without_a_route_is_kept_and_opens_nothing() {
    var routeless = new TestIntake();

    routeless.send(alert("cpu").firing(START));

    assertThat(routeless.alerts()).hasSize(1);
    assertThat(routeless.incidents()).isEmpty();
  }

  @Test
  void the_first_route_that_accepts_an_alert_takes_it() {
    var database = List.<LabelMatcher>of(new LabelMatcher.Equal("team", "dba"));
    var routed =
        new TestIntake(
            TestIntake.route("dba", database, Optional.of("databases"), List.of()),
            TestIntake.everything());

    routed.send(alert("slow").label("team", "dba").firing(START));
    routed.send(alert("cpu").firing(START));

    assertThat(routed.incidents())
        .extracting(Incident::channel)
        .containsExactly("databases", "incidents");
  }

  @Test
  void links_of_the_alert_and_of_its_route_lead_on_and_the_route_has_the_last_word() {
    var wiki = Map.of("runbook", "https://wiki.example/cpu");
    var routed =
        new TestIntake(
            new Route(
                "everything",
                List.of(),
                Optional.empty(),
                Optional.of("incidents"),
                List.of(),
                TestIntake.REOPEN_WITHIN,
                wiki));

    routed.send(
        alert("cpu")
            .link("source", "https://prometheus.example/g")
            .link("runbook", "https://old.example")
            .firing(START));

    assertThat(routed.newest().headline().links())
        .isEqualTo(
            Map.of(
                "source", "https://prometheus.example/g", "runbook", "https://wiki.example/cpu"));
  }

  @ParameterizedTest
  @EnumSource(
      value = AlertStatus.class,
      names = {"FIRING", "RESOLVED", "ACKNOWLEDGED"},
      mode = Mode.EXCLUDE)
  void what_says_neither_firing_nor_resolved_nor_acknowledged_changes_nothing(AlertStatus status) {
    intake.send(alert("cpu").firing(START));
    var before = intake.store.tables();

    intake.send(alert("cpu").says(status), alert("disk").says(status));

    var after = intake.store.tables();
    assertThat(after.incidents()).isEqualTo(before.incidents());
    assertThat(after.alerts()).isEqualTo(before.alerts());
    assertThat(after.deliveries()).hasSize(2);
  }
}
