package dev.muster.integrations.testing;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.alert.SeverityScale;
import dev.muster.commands.chat.late.WhatBecame;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.silence.ending.SilenceEnding;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.postgres.chat.PostgresDoneRequests;
import dev.muster.integrations.postgres.chat.PostgresOwedAnswers;
import dev.muster.integrations.postgres.incident.PostgresIncidentMerges;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import dev.muster.integrations.postgres.intake.PostgresIntakeStore;
import dev.muster.integrations.postgres.silence.PostgresSilenceStore;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stores of one replica on a real database, with a route that takes every alert to the channel
 * {@code incidents}. Work is written for the platform {@value #PLATFORM} unless others are named,
 * and done by nobody until a {@link TestWorker} is started on it.
 */
public final class TestReplica implements AutoCloseable {

  public static final String PLATFORM = "fake";
  public static final Severity P1 = new Severity("P1", CanonicalSeverity.CRITICAL);
  public static final Duration REOPEN_WITHIN = Duration.ofMinutes(30);

  private static final int CONNECTIONS = 8;

  private final DatabaseAddress address;
  private final InstantSource clock;
  private final List<String> platforms;
  private final Database database;
  private final WorkRows work;

  private TestReplica(DatabaseAddress address, InstantSource clock, List<String> platforms) {
    this.address = address;
    this.clock = clock;
    this.platforms = platforms;
    this.database = new Database(Pools.open(address, "test", CONNECTIONS));
    this.work = new WorkRows(database, clock, Mirrors.everywhere(platforms), () -> {});
  }

  /** On a new database with all of its tables. */
  public static TestReplica onNewDatabase(InstantSource clock, String... platforms) {
    var address = DatabaseAddress.parse(TestPostgres.newMusterDatabase());
    return on(address, clock, platforms.length == 0 ? List.of(PLATFORM) : List.of(platforms));
  }

  /** On a database that has its tables. */
  public static TestReplica on(
      DatabaseAddress address, InstantSource clock, List<String> platforms) {
    return new TestReplica(address, clock, platforms);
  }

  /** A second one on the same database. */
  public TestReplica sibling() {
    return on(address, clock, platforms);
  }

  public InstantSource clock() {
    return clock;
  }

  public DatabaseAddress address() {
    return address;
  }

  public Database database() {
    return database;
  }

  public WorkRows work() {
    return work;
  }

  public PostgresIncidentStore incidents() {
    return new PostgresIncidentStore(database, work);
  }

  public PostgresIncidentMerges merges() {
    return new PostgresIncidentMerges(database, work);
  }

  public PostgresIncidentPosts posts() {
    return new PostgresIncidentPosts(database, work, clock);
  }

  public PostgresSilenceStore silences() {
    return new PostgresSilenceStore(database, work);
  }

  public PostgresOwedAnswers owed() {
    return new PostgresOwedAnswers(database, clock);
  }

  public WhatBecame whatBecame() {
    return new WhatBecame(database, new PostgresDoneRequests(database), owed(), clock);
  }

  public SilenceEnding ending() {
    var kept = new SilenceEnding.Kept(silences(), incidents(), new PostgresAuditLog(database));
    return new SilenceEnding(database, kept, intake(), clock);
  }

  public PostgresIntakeStore store() {
    return new PostgresIntakeStore(database, work);
  }

  public AlertIntake intake() {
    return intake(List.of());
  }

  /** With somebody who is told besides the channel. */
  public AlertIntake intake(List<Recipient> tells) {
    return intake("incidents", tells);
  }

  /** With runbooks that alerts start. */
  public AlertIntake intake(AlertRules rules) {
    var routing = routing("incidents", List.of());
    return new AlertIntake(database, store(), () -> routing, () -> rules, clock);
  }

  /** With another channel. */
  public AlertIntake intakeTo(String channel) {
    return intake(channel, List.of());
  }

  private AlertIntake intake(String channel, List<Recipient> tells) {
    var routing = routing(channel, tells);
    return new AlertIntake(database, store(), () -> routing, clock);
  }

  private static Routing routing(String channel, List<Recipient> tells) {
    var everything =
        new Route(
            "everything",
            List.of(),
            Optional.empty(),
            Optional.of(channel),
            List.of(),
            REOPEN_WITHIN,
            Map.of(),
            Targets.NONE,
            tells,
            Optional.empty(),
            Optional.empty());
    var scale = new SeverityScale(List.of(P1), Map.of());
    return new Routing(List.of(everything), scale);
  }

  /** Those of the intake. */
  public List<Route> routes() {
    return routing("incidents", List.of()).routes();
  }

  /** The one number that a query answers with. */
  public long count(String sql) {
    return database.with(handle -> handle.select(sql).mapTo(Long.class).one());
  }

  /** How many wait for rows that others hold. */
  public long lockWaits() {
    return count(
        """
        select count(*) from pg_stat_activity
        where wait_event_type = 'Lock' and wait_event <> 'advisory'
          and datname = current_database()
        """);
  }

  @Override
  public void close() {
    database.close();
  }
}
