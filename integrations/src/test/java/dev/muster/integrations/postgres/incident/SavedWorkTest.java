package dev.muster.integrations.postgres.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The work that an incident asks for as it is saved. */
class SavedWorkTest {

  private static final Actor BY = new Actor.Muster();

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final PostgresIncidentStore store = replica.incidents();
  private final Incident opened =
      Incident.declare(
          new IncidentId(7), "incidents", Headline.of("cpu"), TestReplica.P1, TestClock.START);

  @AfterEach
  void close() {
    replica.close();
  }

  private TimelineEntry save(Incident incident, Kind kind) {
    var entry =
        new TimelineEntry(
            incident.id(), TestClock.START, kind, BY, kind.toString(), Optional.empty());
    replica.database().inTransaction(() -> store.save(incident, entry));
    return entry;
  }

  private List<String> work() {
    return replica
        .database()
        .with(handle ->
            handle.select("select task_name from scheduled_tasks").mapTo(String.class).list());
  }

  @Test
  void an_opened_one_has_its_post_made_and_no_more_until_that_is_there() {
    save(opened, Kind.OPENED);

    assertThat(work()).containsExactly("refresh-post");
  }

  @Test
  void a_note_is_a_version_of_its_own_and_has_no_post_made_anew() {
    save(opened, Kind.OPENED);
    replica.database().with(handle -> handle.execute("delete from scheduled_tasks"));

    var noted = opened.with(opened.details());
    var entry = save(noted, Kind.NOTE);

    assertThat(work()).isEmpty();
    assertThat(store.find(opened.id())).contains(noted);
    assertThat(noted.version()).isGreaterThan(opened.version());
    assertThat(store.timeline(opened.id(), 9)).last().isEqualTo(entry);
  }
}
