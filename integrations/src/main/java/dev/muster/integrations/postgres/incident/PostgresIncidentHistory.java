package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.history.IncidentHistory;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.lists.Pages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The histories of incidents in PostgreSQL. Thread-safe; reading blocks. */
public final class PostgresIncidentHistory implements IncidentHistory {

  private final Database database;

  public PostgresIncidentHistory(Database database) {
    this.database = database;
  }

  /** Where a page of a timeline ends. */
  private record Place(Instant at, long id) {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

    static Optional<Place> parse(String cursor) {
      var match = CURSOR.matcher(cursor);
      return match.matches()
          ? Optional.of(new Place(instant(Long.parseLong(match.group(1))), id(match.group(2))))
          : Optional.empty();
    }

    private static Instant instant(long micros) {
      return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long id(String text) {
      return Long.parseLong(text);
    }

    String cursor() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
  }

  private record Line(Place place, TimelineEntry entry) {}

  @Override
  public Page<TimelineEntry> timeline(IncidentId id, PageRequest page) {
    var before = page.after(Place::parse);
    var older = before.isPresent() ? "and (at, id) < (:at, :line)" : "";
    var sql =
        "select * from timeline_entry where incident_id = :id %s order by at desc, id desc limit :limit"
            .formatted(older);
    var lines =
        database.with(handle -> {
          var query =
              handle.createQuery(sql).bind("id", id.value()).bind("limit", page.limit() + 1);
          before.ifPresent(
              place -> query.bind("at", Rows.utc(place.at())).bind("line", place.id()));
          return query
              .map((row, _) ->
                  new Line(
                      new Place(Rows.instant(row, "at"), row.getLong("id")),
                      TimelineRows.read(row)))
              .list();
        });
    var cut = Pages.cut(lines, page.limit(), line -> line.place().cursor());
    return new Page<>(cut.items().stream().map(Line::entry).toList(), cut.nextCursor());
  }

  @Override
  public List<IncidentId> mergedInto(IncidentId id) {
    return database.with(handle ->
        handle
            .createQuery("select id from incident where merged_into = :id order by id")
            .bind("id", id.value())
            .mapTo(Long.class)
            .map(IncidentId::new)
            .list());
  }

  @Override
  public Reminders.History began(Incident incident) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select max(at) filter (where kind = 'REOPENED') as reopened,
                    max(at) filter (where kind = 'UPDATE') as updated
                from timeline_entry where incident_id = :id
                """)
            .bind("id", incident.id().value())
            .map((row, _) ->
                new Reminders.History(
                    Rows.optionalInstant(row, "reopened").orElse(incident.openedAt()),
                    Rows.optionalInstant(row, "updated")))
            .one());
  }
}
