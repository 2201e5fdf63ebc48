package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.UnknownCursor;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresIncidentHistoryTest {

  private static final Instant AT = TestClock.START.plusNanos(123_456_000);
  private static final Actor BY = new Actor.Muster();

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final PostgresIncidentHistory history = new PostgresIncidentHistory(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private static Incident incident(long id) {
    return Incident.declare(new IncidentId(id), "incidents", Headline.of("t"), TestReplica.P1, AT);
  }

  private void save(Incident incident, Kind kind, Instant at, String text) {
    var entry = new TimelineEntry(incident.id(), at, kind, BY, text, Optional.empty());
    replica.database().inTransaction(() -> replica.incidents().save(incident, entry));
  }

  @Test
  void a_timeline_is_read_page_by_page_newest_first_also_where_many_lines_have_one_time() {
    for (var i = 1; i <= 7; i++) {
      save(incident(7), Kind.NOTE, AT.plusMillis(i / 4), "line " + i);
      save(incident(8), Kind.NOTE, AT, "another");
    }

    var texts = new ArrayList<String>();
    var page = history.timeline(new IncidentId(7), PageRequest.first(3));
    page.items().forEach(line -> texts.add(line.text()));
    while (page.nextCursor().isPresent()) {
      page = history.timeline(new IncidentId(7), new PageRequest(3, page.nextCursor()));
      page.items().forEach(line -> texts.add(line.text()));
    }

    assertThat(texts)
        .containsExactly("line 7", "line 6", "line 5", "line 4", "line 3", "line 2", "line 1");
  }

  @Test
  void a_place_that_does_not_exist_is_refused() {
    var page = new PageRequest(3, Optional.of("zzz"));

    assertThatThrownBy(() -> history.timeline(new IncidentId(7), page))
        .isInstanceOf(UnknownCursor.class);
  }

  @Test
  void an_incident_knows_what_went_into_it() {
    var merged = new IncidentState.Triggered().merge(new Change(AT, BY), new IncidentId(7));
    save(incident(7), Kind.OPENED, AT, "Opened");
    save(incident(8).into(merged), Kind.MERGED, AT, "Merged");

    assertThat(history.mergedInto(new IncidentId(7))).containsExactly(new IncidentId(8));
    assertThat(history.mergedInto(new IncidentId(8))).isEmpty();
  }

  @Test
  void targets_count_from_when_it_burned_last_and_people_heard_last() {
    save(incident(7), Kind.OPENED, AT, "Opened");
    save(incident(7), Kind.UPDATE, AT.plusSeconds(1), "Update");
    save(incident(7), Kind.REOPENED, AT.plusSeconds(2), "Again");

    assertThat(history.began(incident(7)).began()).isEqualTo(AT.plusSeconds(2));
    assertThat(history.began(incident(7)).updated()).contains(AT.plusSeconds(1));
    assertThat(history.began(incident(8)).began()).isEqualTo(AT);
  }
}
