package dev.muster.integrations.postgres.intake;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.search.SearchWords;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.intake.history.AlertHistory;
import dev.muster.commands.intake.history.AlertRef;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.Ranked;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.lists.Pages;
import dev.muster.integrations.postgres.lists.RankedQuery;
import dev.muster.integrations.postgres.lists.TitleWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The alerts that were taken in. A cursor is the time and the id of the last alert shown. */
public final class PostgresAlertHistory implements AlertHistory {

  /** Each once, however often it fired: as it fired last. */
  private static final TitleWords<Alert> TITLES =
      new TitleWords<>(
          """
          select * from (select * from alert order by opened_at desc, id desc limit %d) as latest
          where %s and exists (select from episode
              where (integration, dedup_key) = (latest.integration, latest.dedup_key)
                and (opened_at, alert_id) = (latest.opened_at, latest.id))
          order by opened_at desc, id desc limit :limit
          """
              .formatted(TitleWords.LATEST, TitleWords.MATCH),
          """
          select alert.* from (
            select opened_at, alert_id from episode where %s
            order by opened_at desc, alert_id desc limit :limit) as latest
          join alert on alert.opened_at = latest.opened_at and alert.id = latest.alert_id
          order by alert.opened_at desc, alert.id desc
          """
              .formatted(TitleWords.MATCH),
          (row, _) -> read(row));

  private final Database database;

  public PostgresAlertHistory(Database database) {
    this.database = database;
  }

  @Override
  public Page<Alert> list(AlertFilter filter, PageRequest page) {
    var after = page.after(AlertRef::parse);
    var conditions = conditions(filter);
    after.ifPresent(_ -> conditions.add("(opened_at, id) < (:at, :id)"));
    var where = where(conditions);
    var sql = "select * from alert " + where + " order by opened_at desc, id desc limit :limit";
    return database.with(handle -> {
      var query = handle.createQuery(sql).bind("limit", page.limit() + 1);
      bind(query, filter, after);
      var found = query.map((row, _) -> read(row)).list();
      return Pages.cut(found, page.limit(), last -> last.ref().toString());
    });
  }

  @Override
  public Ranked<Alert> worstFirst(AlertFilter filter, int from, int most) {
    var sql = RankedQuery.sql("alert", where(conditions(filter)), "opened_at, id");
    return database.with(handle -> {
      var query = handle.createQuery(sql);
      bind(query, filter, Optional.empty());
      return new RankedQuery(from, most).ask(query, (row, _) -> read(row));
    });
  }

  @Override
  public List<Alert> titled(SearchWords words, int limit) {
    return TITLES.find(database, words, limit);
  }

  @Override
  public Optional<Alert> numbered(long id) {
    return database.with(handle ->
        handle
            .createQuery("select * from alert where id = :id")
            .bind("id", id)
            .map((row, _) -> read(row))
            .findOne());
  }

  private static List<String> conditions(AlertFilter filter) {
    var conditions = new ArrayList<String>();
    filter.status().map(PostgresAlertHistory::has).ifPresent(conditions::add);
    filter.source().ifPresent(_ -> conditions.add("source = :source"));
    filter.severity().ifPresent(_ -> conditions.add("severity = :severity"));
    filter.fingerprint().ifPresent(_ -> conditions.add("dedup_key = :fingerprint"));
    filter.openedSince().ifPresent(_ -> conditions.add("opened_at >= :since"));
    filter.incident().ifPresent(_ -> conditions.add("incident_id = :incident"));
    if (filter.isSilenced()) {
      conditions.add("silence_id is not null");
    }
    filter.silence().ifPresent(_ -> conditions.add("silence_id = :silence"));
    return conditions;
  }

  /** In full, for the index over those that fire serves no parameter. No others are kept. */
  private static String has(AlertStatus status) {
    return switch (status) {
      case FIRING -> "status = 'firing'";
      case RESOLVED -> "status = 'resolved'";
      case ACKNOWLEDGED, SUPPRESSED, UNKNOWN -> "false";
    };
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  private static void bind(Query query, AlertFilter filter, Optional<AlertRef> after) {
    filter.severity().ifPresent(severity -> query.bind("severity", severity));
    filter.source().ifPresent(source -> query.bind("source", source));
    filter.fingerprint().ifPresent(key -> query.bind("fingerprint", key));
    filter.openedSince().ifPresent(since -> query.bind("since", Rows.utc(since)));
    filter.incident().ifPresent(incident -> query.bind("incident", incident.value()));
    filter.silence().ifPresent(silence -> query.bind("silence", silence.value()));
    after.ifPresent(
        cursor -> query.bind("at", Rows.utc(cursor.openedAt())).bind("id", cursor.id()));
  }

  private static Alert read(ResultSet row) throws SQLException {
    return new Alert(
        row.getLong("id"),
        row.getString("dedup_key"),
        row.getString("source"),
        row.getString("status"),
        row.getString("severity"),
        CanonicalSeverity.valueOf(row.getString("severity_level")),
        row.getString("title"),
        Rows.optionalText(row, "summary"),
        Json.texts(row.getString("labels")),
        Json.texts(row.getString("annotations")),
        Json.texts(row.getString("links")),
        Rows.optionalInstant(row, "starts_at"),
        Rows.optionalInstant(row, "ends_at"),
        Rows.instant(row, "opened_at"),
        Rows.instant(row, "last_seen_at"),
        row.getInt("count"),
        Rows.optionalLong(row, "incident_id").map(IncidentId::new),
        Rows.optionalLong(row, "silence_id").map(SilenceId::new));
  }
}
