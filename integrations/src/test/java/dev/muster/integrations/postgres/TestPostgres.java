package dev.muster.integrations.postgres;

import dev.muster.integrations.postgres.embedded.ForgetfulServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for tests: one server a JVM, started by the first who asks. Thread-safe. */
public final class TestPostgres {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPostgres() {}

  /** The JDBC URL, user and password in it, of a new empty database. */
  public static String newDatabase() {
    return copyOf("template0");
  }

  /** The same of a new database that has Muster's tables. */
  public static String newMusterDatabase() {
    return copyOf(Migrated.TEMPLATE);
  }

  private static String copyOf(String template) {
    var name = "test_" + COUNT.incrementAndGet();
    execute("create database %s template %s strategy file_copy".formatted(name, template));
    return Started.SERVER.url(name);
  }

  private static void execute(String statement) {
    try (var connection = DriverManager.getConnection(Started.SERVER.url("postgres"));
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static final class Started {
    static final ForgetfulServer SERVER = start();

    private static ForgetfulServer start() {
      var server = ForgetfulServer.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }

  /** Made once, for the migrations take longer than most tests. */
  private static final class Migrated {
    static final String TEMPLATE = make();

    private static String make() {
      execute("create database muster_template");
      var url = Started.SERVER.url("muster_template");
      Migrations.run(DatabaseAddress.parse(url));
      return "muster_template";
    }
  }
}
