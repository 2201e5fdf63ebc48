package dev.muster.integrations.postgres.incident;

import dev.muster.commands.notify.Occasion;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.InstantSource;
import java.util.Optional;

/** How it goes with the mails of incidents. */
public final class PostgresIncidentMails {

  private final Database database;
  private final InstantSource clock;

  public PostgresIncidentMails(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A mail that is about to be sent.
   *
   * @param unclear how many tries there were before of which nobody knows how they ended
   */
  public record Begun(Occasion occasion, int unclear) {}

  /** Notes a try before it is made; empty: it was sent already. */
  public Optional<Begun> begin(MailId id) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                update incident_mail set unclear = unclear + 1
                where incident_id = :incident and recipient = :recipient and version = :version
                  and sent_at is null
                returning occasion, unclear - 1 as before
                """)
            .bind("incident", id.incident().value())
            .bind("recipient", id.recipient())
            .bind("version", id.version())
            .map(
                (row, _) -> new Begun(Occasion.of(row.getString("occasion")), row.getInt("before")))
            .findOne());
  }

  /** The try that was noted surely did not go through. */
  public void notSent(MailId id) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update incident_mail set unclear = unclear - 1
                where incident_id = :incident and recipient = :recipient and version = :version
                """)
            .bind("incident", id.incident().value())
            .bind("recipient", id.recipient())
            .bind("version", id.version())
            .execute());
  }

  public void sent(MailId id) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update incident_mail set sent_at = :now, unclear = 0
                where incident_id = :incident and recipient = :recipient and version = :version
                """)
            .bind("incident", id.incident().value())
            .bind("recipient", id.recipient())
            .bind("version", id.version())
            .bind("now", Rows.utc(clock.instant()))
            .execute());
  }
}
