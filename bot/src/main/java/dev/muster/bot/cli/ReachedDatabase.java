package dev.muster.bot.cli;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Optional;

/** The database that a running Muster uses, its embedded one too. Close it when done. */
public record ReachedDatabase(
    DatabaseAddress address, Database database, Optional<EmbeddedPostgres> server)
    implements AutoCloseable {

  private static final String NAME = "command line";
  private static final int CONNECTIONS = 2;

  /**
   * Waits for nothing: a database that is away shows at the first question.
   *
   * @param address empty: the embedded one below {@code data}, which stays up for whoever uses it
   */
  public static ReachedDatabase at(Optional<DatabaseAddress> address, Path data) {
    if (address.isPresent()) {
      return of(address.get(), Optional.empty());
    }
    var server = EmbeddedPostgres.start(data);
    var own = new DatabaseAddress(server.jdbcUrl(), server.user(), server.password());
    return of(own, Optional.of(server));
  }

  @Override
  public void close() {
    database.close();
    server.ifPresent(EmbeddedPostgres::close);
  }

  private static ReachedDatabase of(DatabaseAddress address, Optional<EmbeddedPostgres> server) {
    var database = new Database(Pools.open(address, NAME, CONNECTIONS));
    return new ReachedDatabase(address, database, server);
  }
}
