package dev.muster.integrations.postgres.trigger;

import dev.muster.commands.intake.response.FiredAlert;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Alerts that runbooks fit, as rows of the work of runs: the intake writes them with all else, and
 * whoever takes one decides what it starts.
 */
public final class FiredRows {

  static final String TASK = "fired-alert";

  private FiredRows() {}

  public static Write wait(Collection<FiredAlert> fired, Instant now) {
    var rows = new Columns<>(fired);
    return new Write(
        """
        insert into scheduled_run
            (task_name, task_instance, task_data, execution_time, picked, version)
        select :firedTask, instance, data, cast(:firedAt as timestamptz), false, 1
        from unnest(:firedInstances, :firedData) as wanted (instance, data)
        """,
        Map.of(
            "firedTask", Columns.text(TASK),
            "firedAt", Columns.text(now.toString()),
            "firedInstances", rows.texts(_ -> UUID.randomUUID().toString()),
            "firedData", rows.bytes(Json::writeBytes)));
  }
}
