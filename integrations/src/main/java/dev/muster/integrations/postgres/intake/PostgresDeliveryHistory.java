package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.history.DeliveryHistory;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.lists.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The webhooks that came in. The id leads to the partition. */
public final class PostgresDeliveryHistory implements DeliveryHistory {

  private final Database database;

  public PostgresDeliveryHistory(Database database) {
    this.database = database;
  }

  @Override
  public Page<Delivery> list(Optional<Delivery.State> state, PageRequest page) {
    var before = page.after(DeliveryId::parse);
    var sql =
        "select * from delivery where true"
            + (state.isPresent() ? " and state = :state" : "")
            // The index over the few that had trouble serves nothing that might be one of the many.
            + (state.filter(wanted -> wanted != Delivery.State.PROCESSED).isPresent()
                ? " and state <> 'processed'"
                : "")
            + (before.isPresent() ? " and (received_at, id) < (:received, :id)" : "")
            + " order by received_at desc, id desc limit :limit";
    return database.with(handle -> {
      var query = handle.createQuery(sql).bind("limit", page.limit() + 1);
      state.ifPresent(wanted -> query.bind("state", wanted.word()));
      before.ifPresent(
          id -> query.bind("received", Rows.utc(id.receivedAt())).bind("id", id.value()));
      var found = query.map((row, _) -> read(row)).list();
      return Pages.cut(found, page.limit(), last -> last.id().toString());
    });
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return database.with(handle ->
        handle
            .createQuery("select * from delivery where received_at = :received and id = :id")
            .bind("received", Rows.utc(id.receivedAt()))
            .bind("id", id.value())
            .map((row, _) -> read(row))
            .findOne());
  }

  @Override
  public Optional<RawBody> body(DeliveryId id) {
    return database.with(handle ->
        handle
            .createQuery("select body from delivery where received_at = :received and id = :id")
            .bind("received", Rows.utc(id.receivedAt()))
            .bind("id", id.value())
            .map((row, _) -> new RawBody(row.getBytes("body")))
            .findOne());
  }

  static Delivery read(ResultSet row) throws SQLException {
    var state = row.getString("state");
    return new Delivery(
        new DeliveryId(row.getObject("id", UUID.class)),
        row.getString("integration"),
        row.getString("source"),
        Delivery.State.named(state).orElseThrow(),
        Rows.optionalText(row, "error"),
        row.getInt("alert_count"),
        Rows.longs(row, "alerts"),
        Rows.longs(row, "incidents").stream().map(IncidentId::new).toList(),
        DeliveryRows.ignored(row),
        DeliveryRows.replayed(row));
  }
}
