package dev.muster.integrations.postgres.run;

import dev.muster.commands.runbook.Offers;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Runs that were shown and not said yes to yet, in PostgreSQL. */
public final class PostgresOffers implements Offers {

  private final Database database;

  public PostgresOffers(Database database) {
    this.database = database;
  }

  /** Old ones go on the way: nobody can take them any more. */
  @Override
  public String make(Offer offer) {
    var id = UUID.randomUUID().toString().substring(0, 13);
    database.with(handle ->
        handle
            .createUpdate(
                """
                with old as (delete from run_offer where until < :until - interval '1 day')
                insert into run_offer (id, person, runbook, hash, inputs, until)
                values (:id, :person, :runbook, :hash, cast(:inputs as jsonb), :until)
                """)
            .bind("id", id)
            .bind("person", offer.person())
            .bind("runbook", offer.runbook())
            .bind("hash", offer.hash())
            .bind("inputs", Json.write(offer.inputs()))
            .bind("until", Rows.utc(offer.until()))
            .execute());
    return id;
  }

  @Override
  public Optional<Offer> lock(String id) {
    return database.with(handle ->
        handle
            .createQuery("select * from run_offer where id = :id for update")
            .bind("id", id)
            .map((row, _) -> offer(row))
            .findOne());
  }

  @Override
  public void close(String id, Optional<RunId> run, Instant at) {
    database.with(handle ->
        handle
            .createUpdate("update run_offer set closed_at = :at, run_id = :run where id = :id")
            .bind("id", id)
            .bind("at", Rows.utc(at))
            .bind("run", run.map(RunId::value).orElse(null))
            .execute());
  }

  private static Offer offer(ResultSet row) throws SQLException {
    var closed = Rows.optionalInstant(row, "closed_at");
    var run = Rows.optionalLong(row, "run_id").map(RunId::new);
    return new Offer(
        row.getString("person"),
        row.getString("runbook"),
        row.getString("hash"),
        Json.texts(row.getString("inputs")),
        Rows.instant(row, "until"),
        closed.map(at -> new Closed(at, run)));
  }
}
