package dev.muster.bot;

import dev.muster.commands.chat.late.WhatBecame;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.Pool;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.postgres.chat.PostgresDoneRequests;
import dev.muster.integrations.postgres.chat.PostgresOwedAnswers;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import dev.muster.integrations.postgres.intake.PostgresAlertHistory;
import dev.muster.integrations.postgres.intake.PostgresDeliveryHistory;
import dev.muster.integrations.postgres.operation.PostgresOperationLog;
import dev.muster.integrations.postgres.own.PostgresOwnChannels;
import dev.muster.integrations.postgres.silence.PostgresSilenceStore;
import dev.muster.integrations.postgres.token.PostgresApiTokens;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/**
 * The database and what is kept in it. The intake of alerts has connections of its own, so that
 * nothing that people and programs ask for can keep it waiting.
 */
record Stores(
    Lane main,
    Lane intake,
    Pool workPool,
    PostgresIncidentStore incidents,
    PostgresIncidentPosts posts)
    implements AutoCloseable {

  private static final int CONNECTIONS = 16;
  private static final int INTAKE_CONNECTIONS = 4;
  private static final int WORK_CONNECTIONS = 4;

  /** Connections, and the work that is written over them. */
  record Lane(Database database, WorkRows work) {}

  /** Calls {@code wake} after each commit that wrote work. */
  static Stores open(DatabaseAddress address, Mirrors mirrors, InstantSource clock, Runnable wake) {
    var main = lane(new Database(Pools.open(address, "muster", CONNECTIONS)), mirrors, clock, wake);
    var intake =
        lane(
            new Database(Pools.open(address, "muster-intake", INTAKE_CONNECTIONS)),
            mirrors,
            clock,
            wake);
    return new Stores(
        main,
        intake,
        Pools.open(address, "muster-work", WORK_CONNECTIONS),
        new PostgresIncidentStore(main.database(), main.work()),
        new PostgresIncidentPosts(main.database(), main.work(), clock));
  }

  Database database() {
    return main.database();
  }

  PostgresAlertHistory alerts() {
    return new PostgresAlertHistory(database());
  }

  PostgresDeliveryHistory deliveries() {
    return new PostgresDeliveryHistory(database());
  }

  PostgresAuditLog audit() {
    return new PostgresAuditLog(database());
  }

  PostgresDoneRequests doneRequests() {
    return new PostgresDoneRequests(database());
  }

  PostgresOwedAnswers owed(InstantSource clock) {
    return new PostgresOwedAnswers(database(), clock);
  }

  WhatBecame whatBecame(InstantSource clock) {
    return new WhatBecame(database(), doneRequests(), owed(clock), clock);
  }

  PostgresSilenceStore silences() {
    return new PostgresSilenceStore(database(), main.work());
  }

  PostgresOwnChannels own(InstantSource clock) {
    return new PostgresOwnChannels(database(), main.work(), clock);
  }

  PostgresOperationLog operations() {
    return new PostgresOperationLog(database());
  }

  PostgresApiTokens tokens() {
    return new PostgresApiTokens(database());
  }

  /** At the same time: each waits some seconds for a database that is away. */
  @Override
  public void close() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> workPool.close());
      threads.execute(intake.database()::close);
      threads.execute(main.database()::close);
    }
  }

  private static Lane lane(Database database, Mirrors mirrors, InstantSource clock, Runnable wake) {
    return new Lane(database, new WorkRows(database, clock, mirrors, wake));
  }
}
