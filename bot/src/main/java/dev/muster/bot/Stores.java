package dev.muster.bot;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pool;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import java.time.InstantSource;
import java.util.List;

/** The database and what is kept in it. */
record Stores(
    Database database,
    Pool workPool,
    WorkRows work,
    PostgresIncidentStore incidents,
    PostgresIncidentPosts posts)
    implements AutoCloseable {

  private static final int CONNECTIONS = 16;
  private static final int WORK_CONNECTIONS = 4;

  /** Calls {@code wake} after each commit that wrote work. */
  static Stores open(DatabaseAddress address, InstantSource clock, Runnable wake) {
    var database = new Database(Pools.open(address, "muster", CONNECTIONS));
    var work = new WorkRows(database, clock, List.of(PostgresChat.PLATFORM), wake);
    return new Stores(
        database,
        Pools.open(address, "muster-work", WORK_CONNECTIONS),
        work,
        new PostgresIncidentStore(database, work),
        new PostgresIncidentPosts(database, work, clock));
  }

  @Override
  public void close() {
    workPool.close();
    database.close();
  }
}
