package dev.muster.commands.incident;

import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.incident.suggested.Suggested;
import dev.muster.commands.testing.People;
import dev.muster.commands.testing.Screen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentPostTest {

  private static final Change BY_DEVOPS = new Change(minute(2), Actor.of(People.DEVOPS));
  private static final Change BY_SENDER = new Change(minute(26), new Actor.Sender("prometheus"));

  private final Incident triggered =
      TestIncidents.about(1042, "database_down")
          .joinedBy(TestIncidents.CRITICAL, Optional.of("learnhub-db"))
          .joinedBy(TestIncidents.CRITICAL, Optional.of("learnhub-api"))
          .joinedBy(TestIncidents.CRITICAL, Optional.of("learnhub-api"));

  private Incident acknowledged() {
    return triggered.to(new IncidentState.Triggered().acknowledge(BY_DEVOPS));
  }

  private static String phone(Incident incident) {
    return Screen.phone(IncidentPost.render(incident));
  }

  @Test
  void a_triggered_incident_on_a_phone() {
    assertThat(phone(triggered))
        .isEqualTo(
            """
            (CRITICAL) CRITICAL · database_down
            · learnhub-api, learnhub-db #1042
            Primary does not answer. Connection
            fails for 1 min.
            TRIGGERED 10:00 · 3 alerts in 2
            services · nobody has it, nobody is
            paged
            runbook↗ · source↗
            [*Acknowledge*] [Resolve] [Snooze]
            [Timeline]
            """);
  }

  @Test
  void an_acknowledged_incident_on_a_phone() {
    assertThat(phone(acknowledged()))
        .isEqualTo(
            """
            (CRITICAL) CRITICAL · database_down
            · learnhub-api, learnhub-db #1042
            Primary does not answer. Connection
            fails for 1 min.
            ACKNOWLEDGED by DevOps Engineer
            10:02 (after 2 min) · 3 alerts in 2
            services
            runbook↗ · source↗
            [*Post update*] [Mitigated]
            [Resolve] [Snooze]
            """);
  }

  @Test
  void a_resolved_incident_on_a_phone_is_calm() {
    var acknowledged = new IncidentState.Triggered().acknowledge(BY_DEVOPS);
    var over = triggered.recovered().recovered().recovered().to(acknowledged.resolve(BY_SENDER));

    assertThat(phone(over))
        .isEqualTo(
            """
            (RESOLVED) database_down ·
            learnhub-api, learnhub-db · resolved
            after 26 min #1042
            RESOLVED by prometheus 10:26 · 3
            alerts · DevOps Engineer had it
            after 2 min
            [Timeline] [Reopen]
            """);
  }

  @Test
  void the_runbook_that_fits_best_has_a_button_and_others_are_named() {
    var suggesting =
        triggered
            .suggesting(List.of(entry("long-queries", 1), entry("failover", 2), entry("pool", 1)))
            .suggesting(List.of(entry("restart", 1), entry("clear-cache", 1)));

    assertThat(phone(suggesting))
        .endsWith(
            """
            [*Acknowledge*] [Resolve] [Snooze]
            [Timeline]
            Runbooks: About failover · About
            clear-cache · About long-queries and
            2 more
            [Run failover]
            """);
    assertThat(button(suggesting, "Run failover").command())
        .isEqualTo("/runbook run failover for:#1042");
  }

  @Test
  void runbooks_that_fit_alike_have_a_button_each() {
    var suggesting = triggered.suggesting(List.of(entry("pool", 1), entry("failover", 1)));

    assertThat(Screen.wide(IncidentPost.render(suggesting)))
        .contains("\nRunbooks: About failover · About pool\n[Run failover] [Run pool]\n");
  }

  @Test
  void no_runbook_is_offered_once_it_is_over_and_again_when_it_burns_again() {
    var suggesting = triggered.suggesting(List.of(entry("failover", 1)));
    var over = suggesting.to(new IncidentState.Triggered().resolve(BY_DEVOPS));
    var again = over.reopened(new IncidentState.Triggered(), minute(30));

    assertThat(Screen.wide(IncidentPost.render(suggesting))).contains("Runbook: About failover\n");
    assertThat(Screen.wide(IncidentPost.render(over))).doesNotContain("failover");
    assertThat(Screen.wide(IncidentPost.render(again))).contains("[Run failover]");
  }

  private static Suggested.Entry entry(String runbook, int rank) {
    return new Suggested.Entry(runbook, "About " + runbook, rank);
  }

  @Test
  void what_still_fires_after_an_end_by_hand_is_said() {
    var over = triggered.recovered().to(new IncidentState.Triggered().resolve(BY_DEVOPS));

    assertThat(Screen.wide(IncidentPost.render(over)))
        .contains("RESOLVED by DevOps Engineer 10:02 · 3 alerts · 2 alerts still firing");
  }

  @Test
  void alerts_that_are_over_and_alerts_left_out_are_counted() {
    var some = triggered.recovered().leftOut(5);

    assertThat(Screen.wide(IncidentPost.render(some)))
        .contains("3 alerts in 2 services, 2 still firing, 5 more left out by the sender");
  }

  @Test
  void several_silences_are_said_once_with_what_ends_first() {
    var one = triggered.with(triggered.details().silencedBy(5, minute(120)));
    var two = one.with(one.details().silencedBy(3, minute(180)));
    var three = two.with(two.details().silencedBy(9, minute(150)));

    assertThat(Screen.wide(IncidentPost.render(one)))
        .contains("\nNew alerts like these are silenced until 12:00 (silence 5)\n");
    assertThat(Screen.wide(IncidentPost.render(two)))
        .contains(
            "\nNew alerts like these are silenced until 13:00 (2 silences; silence 5 ends first,"
                + " 12:00)\n");
    assertThat(Screen.wide(IncidentPost.render(three)))
        .containsOnlyOnce("silenced until")
        .contains("until 13:00 (3 silences; silence 5 ends first, 12:00)\n");
    var same = one.with(one.details().silencedBy(3, minute(120)));
    assertThat(Screen.wide(IncidentPost.render(same))).contains("until 12:00 (2 silences)\n");
  }

  @Test
  void many_services_are_named_in_part() {
    var incident = triggered;
    for (var service : Set.of("a", "b", "c")) {
      incident = incident.joinedBy(TestIncidents.CRITICAL, Optional.of(service));
    }

    assertThat(Screen.wide(IncidentPost.render(incident)))
        .startsWith("(CRITICAL) CRITICAL · database_down · a, b, c and 2 more #1042");
  }

  @Test
  void little_is_known_and_little_is_shown() {
    var headline = new Headline("disk full", Optional.empty(), Set.of(), Map.of());
    var bare =
        Incident.open(new IncidentId(7), "g", "incidents", headline, TestIncidents.CRITICAL, START)
            .joinedBy(TestIncidents.CRITICAL, Optional.empty());

    assertThat(Screen.wide(IncidentPost.render(bare)))
        .isEqualTo(
            """
            (CRITICAL) CRITICAL · disk full #7
            TRIGGERED 10:00 · 1 alert · nobody has it, nobody is paged
            [*Acknowledge*] [Resolve] [Snooze] [Timeline]
            """);
  }

  @Test
  void one_line_is_enough_on_a_lock_screen() {
    assertThat(IncidentPost.render(triggered).fallback())
        .isEqualTo(
            "CRITICAL · database_down · learnhub-api, learnhub-db: Primary does not answer."
                + " Connection fails for 1 min. (#1042)");
  }

  @Test
  void a_resolve_asks_first_while_alerts_fire() {
    assertThat(button(triggered, "Resolve").confirm())
        .contains("Resolve #1042 although 3 alerts still fire? It opens again if one fires anew.");
    assertThat(button(acknowledged().recovered().recovered(), "Resolve").confirm())
        .contains("Resolve #1042 although 1 alert still fires? It opens again if one fires anew.");
    assertThat(button(triggered.recovered().recovered().recovered(), "Resolve").confirm())
        .isEmpty();
  }

  @Test
  void buttons_carry_commands() {
    assertThat(button(triggered, "Acknowledge").command()).isEqualTo("/incident ack #1042");
    assertThat(button(triggered, "Resolve").command()).isEqualTo("/incident resolve #1042 confirm");
    assertThat(button(triggered, "Timeline").command()).isEqualTo("/incident timeline #1042");
  }

  private static Block.Button button(Incident incident, String label) {
    return IncidentPost.render(incident).blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
