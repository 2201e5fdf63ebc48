package dev.muster.bot.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditSheetTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Person DEVOPS =
      new Person(new PersonId("devops"), "DevOps Engineer", ZoneOffset.UTC, Set.of());

  private final Incident incident =
      Incident.open(
          new IncidentId(1042),
          "g",
          "incidents",
          Headline.of("database_down"),
          new Severity("critical", CanonicalSeverity.CRITICAL),
          NOON);

  private List<String> commands(Map<String, String> values) {
    var team = new Team(new Directory(List.of(DEVOPS), Map.of()), List::of, List::of);
    return EditSheet.typed(incident, new Asker(DEVOPS, NOON), team, values).commands();
  }

  @Test
  void each_change_says_what_it_takes_the_place_of() {
    var commands =
        commands(
            Map.of("severity", "high", "assignee", "devops", "role-scribe", "devops", "etr", "2h"));

    var nothing = Stamps.of("");
    assertThat(commands)
        .containsExactly(
            "/incident severity #1042 high form-saw:severity=" + Stamps.of("critical"),
            "/incident assign #1042 devops form-saw:assignee=" + nothing,
            "/incident role #1042 scribe devops form-saw:role-scribe=" + nothing,
            "/incident edit #1042 etr:\"2h\" form-saw:etr=" + nothing);
  }

  @Test
  void what_the_page_showed_counts_and_not_what_stands_there_now() {
    var seen = Stamps.of("low");

    assertThat(commands(Map.of("severity", "high", "seen.severity", seen)))
        .containsExactly("/incident severity #1042 high form-saw:severity=" + seen);
  }
}
