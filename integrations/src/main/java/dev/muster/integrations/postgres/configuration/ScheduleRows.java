package dev.muster.integrations.postgres.configuration;

import dev.muster.commands.oncall.Schedule;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.time.Instant;
import java.util.List;

/** Writes the versions of schedules: of those only that changed. */
final class ScheduleRows {

  private static final String LATEST =
      """
      (select distinct on (schedule) schedule, definition from schedule_version
       order by schedule, effective_from desc)
      """;

  private final Database database;

  ScheduleRows(Database database) {
    this.database = database;
  }

  /** Within the running transaction. */
  void keep(List<Schedule> schedules, long configuration, Instant from) {
    schedules.forEach(schedule -> keep(schedule, configuration, from));
    close(schedules.stream().map(Schedule::name).toList(), configuration, from);
  }

  private void keep(Schedule schedule, long configuration, Instant from) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into schedule_version (schedule, effective_from, configuration, definition)
                select :schedule, :from, :configuration, cast(:definition as jsonb)
                where not exists (
                  select from %s latest
                  where latest.schedule = :schedule
                    and latest.definition = cast(:definition as jsonb))
                """
                    .formatted(LATEST))
            .bind("schedule", schedule.name())
            .bind("from", Rows.utc(from))
            .bind("configuration", configuration)
            .bind("definition", Json.write(schedule))
            .execute());
  }

  private void close(List<String> kept, long configuration, Instant from) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into schedule_version (schedule, effective_from, configuration, definition)
                select latest.schedule, :from, :configuration, null from %s latest
                where latest.definition is not null and latest.schedule <> all (:kept)
                """
                    .formatted(LATEST))
            .bind("from", Rows.utc(from))
            .bind("configuration", configuration)
            .bindArray("kept", String.class, kept)
            .execute());
  }
}
