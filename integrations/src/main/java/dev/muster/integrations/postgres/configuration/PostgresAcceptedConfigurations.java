package dev.muster.integrations.postgres.configuration;

import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.configuration.AcceptedConfigurations;
import dev.muster.commands.configuration.Proposal;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Accepted configurations in PostgreSQL; two replicas that propose at once take turns. */
public final class PostgresAcceptedConfigurations implements AcceptedConfigurations {

  private static final long LOCK = 0x6d757374657202L;

  private final Database database;
  private final InstantSource clock;
  private final ScheduleRows schedules;

  public PostgresAcceptedConfigurations(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.schedules = new ScheduleRows(database);
  }

  @Override
  public Optional<Accepted> latest() {
    return database.with(handle ->
        handle
            .createQuery("select * from accepted_configuration order by version desc limit 1")
            .map((row, _) ->
                new Accepted(
                    row.getLong("version"),
                    row.getString("hash"),
                    Json.texts(row.getString("files")),
                    Rows.instant(row, "accepted_at"),
                    row.getString("accepted_by")))
            .findOne());
  }

  @Override
  public long latestVersion() {
    return database.with(handle ->
        handle
            .createQuery("select coalesce(max(version), 0) from accepted_configuration")
            .mapTo(Long.class)
            .one());
  }

  @Override
  public boolean wereAccepted(String hash) {
    return database.with(handle ->
        handle
            .createQuery("select exists (select from accepted_configuration where hash = :hash)")
            .bind("hash", hash)
            .mapTo(Boolean.class)
            .one());
  }

  @Override
  public Optional<Accepted> accept(Proposal proposal, long after) {
    return database.inTransaction(() -> {
      database.with(handle -> handle.execute("select pg_advisory_xact_lock(?)", LOCK));
      return latestVersion() == after
          ? Optional.of(insert(proposal, after + 1))
          : Optional.<Accepted>empty();
    });
  }

  private Accepted insert(Proposal proposal, long version) {
    var now = notBefore(clock.instant().truncatedTo(ChronoUnit.MICROS));
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into accepted_configuration (version, hash, files, accepted_at, accepted_by)
                values (:version, :hash, cast(:files as jsonb), :now, :by)
                """)
            .bind("version", version)
            .bind("hash", proposal.hash())
            .bind("files", Json.write(proposal.files()))
            .bind("now", Rows.utc(now))
            .bind("by", proposal.by())
            .execute());
    schedules.keep(proposal.schedules(), version, now);
    return new Accepted(version, proposal.hash(), proposal.files(), now, proposal.by());
  }

  /** Clocks of replicas differ; what was accepted later is in force later. */
  private Instant notBefore(Instant now) {
    return latest()
        .map(last -> last.at().plus(1, ChronoUnit.MICROS))
        .filter(now::isBefore)
        .orElse(now);
  }
}
