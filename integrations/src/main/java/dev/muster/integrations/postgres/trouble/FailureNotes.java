package dev.muster.integrations.postgres.trouble;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.incident.TimelineRows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes into timelines whom or what Muster could not reach, and remembers what was told. Joins the
 * running transaction, which holds the incident's lock from then on.
 */
public record FailureNotes(Database database, InstantSource clock) {

  /** Notes what a chat refuses, and answers whether nobody has been told of it yet. */
  public boolean isNews(Target target, String reason) {
    return database.with(handle ->
        handle
                .createUpdate(
                    """
                    insert into chat_trouble as known (incident_id, platform, reason, told_at)
                    values (:incident, :platform, :reason, :now)
                    on conflict (incident_id, platform)
                      do update set reason = excluded.reason, told_at = excluded.told_at
                      where known.reason <> excluded.reason
                    """)
                .bind("incident", target.incident().value())
                .bind("platform", target.platform())
                .bind("reason", reason)
                .bind("now", Rows.utc(clock.instant()))
                .execute()
            > 0);
  }

  /** The chat takes what it refused. */
  public void isOver(Target target) {
    database.with(handle ->
        handle
            .createUpdate(
                "delete from chat_trouble where incident_id = :incident and platform = :platform")
            .bind("incident", target.incident().value())
            .bind("platform", target.platform())
            .execute());
  }

  /** Into the incident's timeline. */
  public void write(IncidentId incident, String text) {
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
