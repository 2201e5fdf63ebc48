package dev.muster.integrations.postgres.kind;

import dev.muster.integrations.testing.Trial;
import dev.muster.integrations.testing.real.RealPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own on the shared server, which steps work on as {@code app} or as superuser.
 */
record Shop(RealPostgres server, String database) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  static Shop open() {
    return on(RealPostgres.shared());
  }

  static Shop on(RealPostgres server) {
    var name = "shop_" + COUNT.incrementAndGet();
    server.execute("postgres", "create database %s owner app".formatted(name));
    return new Shop(server, name);
  }

  String url(String user) {
    return server.url(user, database);
  }

  Trial as(String user, Path files) {
    return new Trial(PostgresKinds.all(files), Map.of("url", url(user)))
        .withSecret(RealPostgres.PASSWORD);
  }

  void execute(String... statements) {
    server.execute(database, statements);
  }

  long number(String sql) {
    return server.number(database, sql);
  }
}
