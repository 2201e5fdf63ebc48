package dev.muster.integrations.postgres.work;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.incident.TimelineRows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes into timelines whom or what Muster could not reach. Joins the running transaction, which
 * holds the incident's lock from then on.
 */
record FailureNotes(Database database, InstantSource clock) {

  void write(IncidentId incident, String text) {
    lock(incident);
    var entry =
        new TimelineEntry(
            incident,
            clock.instant(),
            Kind.NOTIFICATION_FAILED,
            new Actor.Muster(),
            text,
            Optional.empty());
    database.with(handle -> TimelineRows.append(List.of(entry)).send(handle));
  }

  /** Replies may follow in the same transaction, and their places come from its version. */
  private void lock(IncidentId incident) {
    database.with(handle ->
        handle
            .createQuery("select version from incident where id = :id for update")
            .bind("id", incident.value())
            .mapTo(Long.class)
            .findOne());
  }
}
