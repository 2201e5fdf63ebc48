package dev.muster.integrations.postgres;

import org.flywaydb.core.Flyway;

/** Brings a database to this version's tables: forward only, by one replica at a time. */
public final class Migrations {

  private Migrations() {}

  /** On connections that may take their time. Answers how many steps were taken. */
  public static int run(DatabaseAddress address) {
    return Outage.translating(() ->
        Flyway.configure()
            .dataSource(Pools.patient(address))
            .locations("classpath:dev/muster/migrations")
            .table("schema_history")
            .validateMigrationNaming(true)
            // Steps that were written side by side are numbered before it is known which comes
            // first, and none builds on another one's unless it says so by a later number.
            .outOfOrder(true)
            .load()
            .migrate()
            .migrationsExecuted);
  }
}
