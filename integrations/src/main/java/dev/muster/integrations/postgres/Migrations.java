package dev.muster.integrations.postgres;

import java.util.Arrays;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to this version's tables: forward only, by one replica at a time. */
public final class Migrations {

  private Migrations() {}

  /**
   * How far a database is.
   *
   * @param pending steps that this version has and the database not
   * @param newer steps that a newer version has taken
   */
  public record State(int pending, int failed, int newer) {}

  /** Changes nothing, be the database empty or not. */
  public static State state(DatabaseAddress address) {
    return Outage.translating(() -> {
      var info = flyway(address).info();
      return new State(
          info.pending().length,
          count(info, MigrationState::isFailed),
          count(info, MigrationState.FUTURE_SUCCESS::equals));
    });
  }

  /** On connections that may take their time. Answers how many steps were taken. */
  public static int run(DatabaseAddress address) {
    return Outage.translating(() -> flyway(address).migrate().migrationsExecuted);
  }

  private static Flyway flyway(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(Pools.patient(address))
        .locations("classpath:dev/muster/migrations")
        .table("schema_history")
        .validateMigrationNaming(true)
        // Steps that were written side by side are numbered before it is known which comes
        // first, and none builds on another one's unless it says so by a later number.
        .outOfOrder(true)
        .load();
  }

  private static int count(MigrationInfoService info, Predicate<MigrationState> kind) {
    return (int) Arrays.stream(info.all()).map(MigrationInfo::getState).filter(kind).count();
  }
}
