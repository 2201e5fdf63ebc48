package dev.muster.integrations.postgres.configuration;

import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.history.ScheduleVersion;
import dev.muster.commands.oncall.history.ScheduleVersions;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The versions of schedules in PostgreSQL. */
public final class PostgresScheduleVersions implements ScheduleVersions {

  private final Database database;

  public PostgresScheduleVersions(Database database) {
    this.database = database;
  }

  @Override
  public List<ScheduleVersion> of(String schedule) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select effective_from, definition from schedule_version
                where schedule = :schedule order by effective_from
                """)
            .bind("schedule", schedule)
            .map((row, _) ->
                new ScheduleVersion(
                    Rows.instant(row, "effective_from"),
                    Rows.optionalText(row, "definition").map(PostgresScheduleVersions::read)))
            .list());
  }

  private static Schedule read(String definition) {
    return Json.read(definition.getBytes(StandardCharsets.UTF_8), Schedule.class);
  }
}
