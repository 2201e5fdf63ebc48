package dev.muster.bot.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.store.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
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

  private static OpenIncidents open(List<Incident> incidents, boolean isMore) {
    var cursor = isMore ? Optional.of("1") : Optional.<String>empty();
    return OpenIncidents.of(new Page<>(incidents, cursor), TIMES);
  }

  @Test
  void the_worst_come_first_and_of_equals_the_oldest() {
    var low = incident(3, CanonicalSeverity.LOW, 90);
    var fresh = incident(2, CanonicalSeverity.CRITICAL, 1);
    var old = incident(1, CanonicalSeverity.CRITICAL, 5);

    var open = open(List.of(low, fresh, old), false);

    assertThat(open.rows()).extracting(IncidentRow::number).containsExactly("#1", "#2", "#3");
    assertThat(open.headline()).isEqualTo("3 incidents open: 2 P1, 1 P4 · nobody has them");
    assertThat(open.rows().getFirst().opened().ago()).isEqualTo("5 min ago");
  }

  @Test
  void of_many_the_worst_are_shown_and_the_others_counted() {
    var many =
        LongStream.rangeClosed(1, 25)
            .mapToObj(id -> incident(id, CanonicalSeverity.HIGH, 1))
            .toList();

    var open = open(many, true);

    assertThat(open.rows()).hasSize(20);
    assertThat(open.hidden()).isEqualTo(5);
    assertThat(open.headline()).startsWith("More than 25 incidents open");
  }

  @Test
  void nothing_open_is_said_calmly() {
    assertThat(open(List.of(), false).headline()).isEqualTo("Nothing is open.");
  }
}
