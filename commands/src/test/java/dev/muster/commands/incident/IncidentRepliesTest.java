package dev.muster.commands.incident;

import static dev.muster.commands.testing.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.testing.Screen;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IncidentRepliesTest {

  private static final IncidentId ID = new IncidentId(7);

  private static AlertEvent event(Optional<String> summary, Map<String, String> labels) {
    return new AlertEvent(
        "k",
        AlertStatus.FIRING,
        Optional.empty(),
        "disk full",
        summary,
        labels,
        Map.of("description", "97 % of /var"),
        Map.of(),
        Optional.of(START),
        Optional.empty());
  }

  private static ThreadReply details(AlertEvent event) {
    return IncidentReplies.details(ID, event, Optional.empty());
  }

  @Test
  void the_details_say_what_the_post_has_no_room_for() {
    var details = details(event(Optional.of("Disk"), Map.of("host", "db-1", "env", "prod")));

    assertThat(Screen.wide(details.message()))
        .isEqualTo(
            """
            disk full
            97 % of /var
            env=prod host=db-1
            """);
  }

  @Test
  void the_details_do_not_say_again_what_the_post_says() {
    var details = details(event(Optional.of("97 % of /var"), Map.of()));

    assertThat(Screen.wide(details.message())).isEqualTo("disk full\n");
  }

  @Test
  void of_many_labels_the_first_are_shown_and_the_others_counted() {
    var labels = new TreeMap<String, String>();
    for (var i = 10; i < 35; i++) {
      labels.put("l" + i, "v");
    }

    var details = details(event(Optional.empty(), labels));

    assertThat(Screen.wide(details.message())).endsWith("and 5 more labels\n");
  }

  @Test
  void an_incident_has_its_details_said_once_and_each_state_its_own_reply() {
    var incident = TestIncidents.triggered(7);
    var again = IncidentReplies.reopened(incident, event(Optional.empty(), Map.of()));
    var later = IncidentReplies.reopened(incident.recovered(), event(Optional.empty(), Map.of()));

    assertThat(details(event(Optional.empty(), Map.of())).key())
        .isEqualTo(details(event(Optional.empty(), Map.of("a", "b"))).key());
    assertThat(again.key()).isNotEqualTo(later.key());
  }
}
