package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Pages;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Incidents and their timelines in PostgreSQL. */
public final class PostgresIncidentStore implements IncidentStore {

  private final Database database;
  private final WorkRows work;

  public PostgresIncidentStore(Database database, WorkRows work) {
    this.database = database;
    this.work = work;
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    return select("select * from incident where id = :id", id);
  }

  @Override
  public Optional<Incident> findForUpdate(IncidentId id) {
    return select("select * from incident where id = :id for update", id);
  }

  @Override
  public IncidentId nextId() {
    return database.with(handle ->
        new IncidentId(handle.select("select nextval('incident_id')").mapTo(Long.class).one()));
  }

  @Override
  public Optional<IncidentId> openOf(String groupKey) {
    return database.with(handle ->
        handle
            .createQuery(
                "select id from incident where group_key = :group and status <> 'resolved'")
            .bind("group", groupKey)
            .mapTo(Long.class)
            .findOne()
            .map(IncidentId::new));
  }

  @Override
  public Page<Incident> list(IncidentFilter filter, PageRequest page) {
    var before = page.after(IncidentId::parse);
    var conditions = conditions(filter);
    before.ifPresent(_ -> conditions.add("id < :before"));
    var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    var order = filter.severity().isPresent() ? "severity desc, id desc" : "id desc";
    var sql = "select * from incident " + where + " order by " + order + " limit :limit";
    return database.with(handle -> {
      var query = handle.createQuery(sql).bind("limit", page.limit() + 1);
      if (!filter.statuses().isEmpty()) {
        query.bind("statuses", words(filter));
      }
      filter.severity().ifPresent(value -> query.bind("severity", value));
      filter.service().ifPresent(value -> query.bind("service", value));
      filter.openedSince().ifPresent(value -> query.bind("since", Rows.utc(value)));
      before.ifPresent(value -> query.bind("before", value.value()));
      var found = query.map((row, _) -> IncidentRows.read(row)).list();
      return Pages.cut(found, page.limit(), last -> Long.toString(last.id().value()));
    });
  }

  @Override
  public void save(Incident incident, TimelineEntry entry) {
    work.refreshPosts(
        List.of(incident.id()),
        List.of(
            IncidentRows.write(List.of(incident)),
            IncidentRows.details(List.of(incident)),
            work.reminders(List.of(incident.id())),
            TimelineRows.append(List.of(entry))));
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId id, int limit) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select * from (select * from timeline_entry where incident_id = :id
                  order by at desc, id desc limit :limit) latest order by at, id
                """)
            .bind("id", id.value())
            .bind("limit", limit)
            .map((row, _) -> TimelineRows.read(row))
            .list());
  }

  private Optional<Incident> select(String sql, IncidentId id) {
    return database.with(handle ->
        handle
            .createQuery(sql)
            .bind("id", id.value())
            .map((row, _) -> IncidentRows.read(row))
            .findOne());
  }

  private static List<String> conditions(IncidentFilter filter) {
    var conditions = new ArrayList<String>();
    if (!filter.statuses().isEmpty()) {
      conditions.add("status = any(:statuses)");
    }
    if (filter.isOpenOnly()) {
      // The index over open ones serves nothing that might be one of the many past ones.
      conditions.add("status <> 'resolved'");
    }
    // Not "=", and in its order: else the planner would rather go through all incidents by number,
    // which is right for a severity that many have, and takes ages where none has it.
    filter.severity().ifPresent(_ -> conditions.add("severity between :severity and :severity"));
    filter.service().ifPresent(_ -> conditions.add(":service = any(services)"));
    filter.openedSince().ifPresent(_ -> conditions.add("opened_at >= :since"));
    return conditions;
  }

  private static String[] words(IncidentFilter filter) {
    return filter.statuses().stream().map(IncidentStatus::word).toArray(String[]::new);
  }
}
