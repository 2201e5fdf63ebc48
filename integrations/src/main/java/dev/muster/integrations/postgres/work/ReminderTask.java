package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.reminder.Reminder;
import dev.muster.commands.reminder.Reminders;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import dev.muster.integrations.postgres.incident.PostgresReminders;
import dev.muster.integrations.postgres.trouble.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says what has become due in one incident, or that it is back from its snooze, and sleeps until
 * the next thing is. When it sleeps is decided under the incident's lock, so that no change comes
 * between looking and lying down.
 */
final class ReminderTask {

  private final PostgresIncidentStore incidents;
  private final PostgresReminders said;
  private final Reminders reminders;
  private final Database database;
  private final Backoff<Void> backoff;

  ReminderTask(
      PostgresIncidentStore incidents,
      PostgresReminders said,
      Reminders reminders,
      Database database,
      Backoff<Void> backoff) {
    this.incidents = incidents;
    this.said = said;
    this.reminders = reminders;
    this.database = database;
    this.backoff = backoff;
  }

  CustomTask<Void> task(InstantSource clock) {
    return Tasks.custom(WorkRows.REMINDER, Void.class)
        .onFailure(backoff)
        .onDeadExecutionRevive()
        .execute((_, _) ->
            (complete, operations) ->
                database.inTransaction(() ->
                    sayDue(complete.getExecution(), clock.instant())
                        .ifPresentOrElse(
                            next -> operations.reschedule(complete, next), operations::remove)));
  }

  /** Answers when the next one is due. */
  private Optional<Instant> sayDue(Execution execution, Instant now) {
    var incident = incidents.findForUpdate(Target.of(execution.getId()).incident());
    if (incident.isEmpty()) {
      return Optional.empty();
    }
    var all = reminders.of(incident.get(), said.history(incident.get()));
    var due = all.stream().filter(reminder -> !reminder.due().isAfter(now)).toList();
    var snooze = incident.get().details().snooze();
    if (snooze.filter(it -> now.isBefore(it.until())).isPresent()) {
      return snooze.map(Snooze::until);
    }
    snooze.ifPresentOrElse(
        it -> said.wake(incident.get(), it, due),
        () -> due.forEach(reminder -> said.say(incident.get(), reminder)));
    return all.stream().map(Reminder::due).filter(now::isBefore).min(Instant::compareTo);
  }
}
