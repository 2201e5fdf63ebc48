package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.reminder.Reminder;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.reminder.Waking;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What people were reminded of, and what counts for when they are next. */
public final class PostgresReminders {

  private static final Actor MUSTER = new Actor.Muster();

  private final Database database;
  private final PostgresIncidentHistory history;
  private final WorkRows work;
  private final PostgresIncidentStore incidents;
  private final InstantSource clock;

  public PostgresReminders(Database database, WorkRows work, InstantSource clock) {
    this.database = database;
    this.history = new PostgresIncidentHistory(database);
    this.incidents = new PostgresIncidentStore(database, work);
    this.work = work;
    this.clock = clock;
  }

  public Reminders.History history(Incident incident) {
    return history.began(incident);
  }

  /** In the running transaction, which holds the incident's lock; nothing is said twice. */
  public void say(Incident incident, Reminder reminder) {
    if (!isNews(incident, reminder)) {
      return;
    }
    var entry =
        new TimelineEntry(
            incident.id(),
            clock.instant(),
            Kind.REMINDER,
            MUSTER,
            reminder.text(),
            Optional.empty());
    database.with(handle -> TimelineRows.append(List.of(entry)).send(handle));
    work.append(List.of(reminder.reply(incident)));
  }

  /**
   * In the running transaction, which holds the incident's lock: it is back from its snooze, and
   * all that would have been said meanwhile is said in one.
   */
  public void wake(Incident asleep, Snooze snooze, List<Reminder> due) {
    var missed = due.stream().filter(reminder -> isNews(asleep, reminder)).toList();
    var awake = asleep.with(asleep.details().awake());
    var waking = new Waking(awake, snooze, missed);
    var now = clock.instant();
    incidents.save(
        awake,
        new TimelineEntry(
            awake.id(), now, Kind.UNSNOOZED, MUSTER, waking.text(), Optional.empty()));
    work.append(List.of(waking.reply()));
  }

  private boolean isNews(Incident incident, Reminder reminder) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                insert into incident_reminder (incident_id, key, said_at)
                values (:id, :key, :now) on conflict do nothing
                """)
            .bind("id", incident.id().value())
            .bind("key", reminder.key())
            .bind("now", Rows.utc(clock.instant()))
            .execute())
        == 1;
  }
}
