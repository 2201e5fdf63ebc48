package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.integrations.postgres.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** A filter of incidents as conditions of a query. */
record Wanted(IncidentFilter filter, List<String> conditions) {

  Wanted(IncidentFilter filter) {
    this(filter, new ArrayList<>());
    if (!filter.statuses().isEmpty()) {
      conditions.add("status = any(:statuses)");
    }
    if (filter.isOpenOnly()) {
      // The index over open ones serves nothing that might be one of the many past ones.
      conditions.add("status <> 'resolved'");
    }
    // Not "=": else the planner would rather go through all incidents by number, which is right for
    // a severity that many have, and takes ages where none has it.
    filter.severity().ifPresent(_ -> conditions.add("severity between :severity and :severity"));
    filter.service().ifPresent(_ -> conditions.add("services @> cast(array[:service] as text[])"));
    filter.openedSince().ifPresent(_ -> conditions.add("opened_at >= :since"));
    if (filter.isSnoozed()) {
      conditions.add(SNOOZED);
    }
    filter
        .assignee()
        .ifPresent(
            _ -> conditions.add("coalesce(details ->> 'assignee', acknowledged_by) = :assignee"));
  }

  private static final String SNOOZED = "jsonb_exists(details, 'snoozedUntil')";

  String where() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  /** By which index is left to nobody's guess: a plan is kept for whatever is asked for. */
  String newestFirst() {
    if (filter.service().isPresent()) {
      // Not "id": else the planner would rather go through all incidents by number, which is right
      // for a service that many have, and takes ages where none has it.
      return "id + 0 desc";
    }
    return filter.severity().isPresent() ? "severity desc, id desc" : "id desc";
  }

  void bind(Query query) {
    if (!filter.statuses().isEmpty()) {
      query.bind(
          "statuses", filter.statuses().stream().map(IncidentStatus::word).toArray(String[]::new));
    }
    filter.severity().ifPresent(value -> query.bind("severity", value));
    filter.service().ifPresent(value -> query.bind("service", value));
    filter.openedSince().ifPresent(value -> query.bind("since", Rows.utc(value)));
    filter.assignee().ifPresent(value -> query.bind("assignee", value.value()));
  }
}
