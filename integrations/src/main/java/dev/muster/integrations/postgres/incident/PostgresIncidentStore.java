package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.Write;
import dev.muster.integrations.postgres.lists.Pages;
import dev.muster.integrations.postgres.lists.RankedQuery;
import java.time.Instant;
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
    var wanted = new Wanted(filter);
    before.ifPresent(_ -> wanted.conditions().add("id < :before"));
    var sql =
        "select * from incident "
            + wanted.where()
            + " order by "
            + wanted.newestFirst()
            + " limit :limit";
    return database.with(handle -> {
      var query = handle.createQuery(sql).bind("limit", page.limit() + 1);
      wanted.bind(query);
      before.ifPresent(value -> query.bind("before", value.value()));
      var found = query.map((row, _) -> IncidentRows.read(row)).list();
      return Pages.cut(found, page.limit(), last -> Long.toString(last.id().value()));
    });
  }

  @Override
  public Ranked<Incident> worstFirst(IncidentFilter filter, int from, int most) {
    var wanted = new Wanted(filter);
    // What nobody has yet comes first.
    var then = "status <> 'triggered', opened_at, id";
    var sql = RankedQuery.sql("incident", wanted.where(), then);
    return database.with(handle -> {
      var query = handle.createQuery(sql);
      wanted.bind(query);
      return new RankedQuery(from, most).ask(query, (row, _) -> IncidentRows.read(row));
    });
  }

  @Override
  public List<OpenOnes> openBySeverity() {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select severity, count(*) as all_of_it,
                  count(*) filter (where status = 'triggered') as unowned
                from incident where status <> 'resolved' group by severity_level, severity
                order by %s, severity
                """
                    .formatted(RankedQuery.WORST))
            .map((row, _) ->
                new OpenOnes(
                    row.getString("severity"), row.getLong("all_of_it"), row.getLong("unowned")))
            .list());
  }

  @Override
  public void save(Incident incident, TimelineEntry entry) {
    var history = TimelineRows.append(List.of(entry));
    if (entry.kind() == Kind.NOTE) {
      var noted = IncidentRows.noted(List.of(incident.id()));
      database.with(handle -> Write.sendTogether(handle, List.of(noted, history)));
      return;
    }
    var writes = new ArrayList<Write>();
    writes.add(IncidentRows.write(List.of(incident)));
    writes.add(IncidentRows.details(List.of(incident)));
    if (entry.kind() != Kind.OPENED) {
      // An opened one's wait for its first post.
      writes.add(work.reminders(List.of(incident.id())));
    }
    writes.add(history);
    writes.addAll(MailRows.following(List.of(entry)));
    work.refreshPosts(List.of(incident.id()), writes);
  }

  @Override
  public void change(Incident incident) {
    var changed = List.of(incident);
    work.refreshPosts(
        List.of(incident.id()),
        List.of(IncidentRows.write(changed), IncidentRows.details(changed)));
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

  @Override
  public boolean isNoted(IncidentId id, Instant at, String link) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select exists (select 1 from timeline_entry
                  where incident_id = :id and at = :at and link = :link)
                """)
            .bind("id", id.value())
            .bind("at", Rows.utc(at))
            .bind("link", link)
            .mapTo(Boolean.class)
            .one());
  }

  private Optional<Incident> select(String sql, IncidentId id) {
    return database.with(handle ->
        handle
            .createQuery(sql)
            .bind("id", id.value())
            .map((row, _) -> IncidentRows.read(row))
            .findOne());
  }
}
