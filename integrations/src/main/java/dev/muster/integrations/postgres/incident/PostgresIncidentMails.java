package dev.muster.integrations.postgres.incident;

import dev.muster.commands.notify.Occasion;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.InstantSource;
import java.util.Optional;

/** How it goes with the mails of incidents. */
public final class PostgresIncidentMails {

  private static final String BEGIN =
      """
      with theirs as (
        select * from incident_mail where incident_id = :incident and recipient = :recipient
        order by version for update
      ), heard as (
        select occasion = 'over' as over, sent_at is not null as surely from theirs
        where version < :version and (sent_at is not null or unclear > 0)
          and version >= (select coalesce(max(version), 0) from theirs
                          where version < :version and sent_at is not null)
      )
      update incident_mail set unclear = unclear + 1
      where incident_id = :incident and recipient = :recipient and version = :version
        and sent_at is null
        and (occasion = 'opened' or not exists (select from theirs where version > :version))
        and case occasion
          when 'opened' then unclear > 0 or not exists (
            select from theirs where version > :version
              and (sent_at is not null or unclear > 0
                or (occasion = 'over' and version = (select max(version) from theirs))))
          when 'over' then
            (select coalesce(not (bool_and(over) and bool_or(surely)), true) from heard)
          when 'again' then
            exists (select from heard where over) or not exists (select from heard)
        end
      returning occasion, unclear - 1 as before
      """;

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

  /**
   * Notes a try before it is made; empty: there is nothing to tell any more. It was sent already;
   * or a later mail to them says how it is now, where a beginning is left for what is over only; or
   * what they heard last says the same, such as a second end when nobody told them of what lay
   * between. Of a try that nobody knows the end of, both is thought possible, and the mail is sent
   * if it is news either way: twice is better than never.
   */
  public Optional<Begun> begin(MailId id) {
    return database.with(handle ->
        handle
            .createQuery(BEGIN)
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
