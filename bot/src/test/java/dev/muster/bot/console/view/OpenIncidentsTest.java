package dev.muster.bot.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStore.OpenOnes;
import dev.muster.commands.store.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenIncidentsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final Times TIMES = new Times(ZoneId.of("Africa/Nairobi"), NOON);

  private static Incident incident(long id, CanonicalSeverity level, int minutes) {
    var headline = new Headline("t" + id, Optional.empty(), Set.of(), Map.of());
    var at = NOON.minus(Duration.ofMinutes(minutes));
    var severity = new Severity("P" + (level.ordinal() + 1), level);
    return Incident.open(new IncidentId(id), "g" + id, "incidents", headline, severity, at);
  }

  @Test
  void the_worst_are_shown_and_the_others_counted() {
    var shown =
        List.of(incident(1, CanonicalSeverity.CRITICAL, 5), incident(3, CanonicalSeverity.LOW, 90));
    var counts = List.of(new OpenOnes("P1", 1, 0), new OpenOnes("P4", 1_200, 3));

    var open = OpenIncidents.of(new Ranked<>(shown, 1_201), counts, TIMES);

    assertThat(open.rows()).extracting(IncidentRow::number).containsExactly("#1", "#3");
    assertThat(open.rows().getFirst().opened().ago()).isEqualTo("5 min ago");
    assertThat(open.hidden()).isEqualTo(1_199);
    assertThat(open.headline())
        .isEqualTo("1201 incidents open: 1 P1, 1200 P4 · nobody has 3 of them");
  }

  @Test
  void nothing_open_is_said_calmly() {
    var open = OpenIncidents.of(new Ranked<>(List.of(), 0), List.of(), TIMES);

    assertThat(open.headline()).isEqualTo("Nothing is open.");
  }
}
