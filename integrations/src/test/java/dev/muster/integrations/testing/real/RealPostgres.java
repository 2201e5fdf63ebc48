package dev.muster.integrations.testing.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.Installed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Debian's PostgreSQL with its own client programs, as teams have it, in a folder that ends with
 * it. {@code postgres} is its superuser; {@code app} owns the database {@code shop}.
 */
public final class RealPostgres implements AutoCloseable {

  public static final String PASSWORD = "s3cr3t-of-the-shop";
  private static final Path HOMES = Path.of("/usr/lib/postgresql");

  private final Path bin;
  private final Path folder;
  private final int port;

  private RealPostgres(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /** Started by the first who asks; it ends with the JVM. */
  public static RealPostgres shared() {
    var _ = installed();
    return Shared.SERVER;
  }

  public static RealPostgres start() {
    var server = new RealPostgres(installed(), folder(), freePort());
    server.initialise();
    server.up();
    server.execute("postgres", "create role app login password '%s'".formatted(PASSWORD));
    server.execute("postgres", "create database shop owner app");
    return server;
  }

  /** A copy that follows. */
  public RealPostgres standby() {
    var standby = new RealPostgres(bin, folder(), freePort());
    run(
        "pg_basebackup",
        "--no-sync",
        "-c",
        "fast",
        "-R",
        "-D",
        standby.data(),
        "-d",
        "host=127.0.0.1 port=%d user=postgres password=%s".formatted(port, PASSWORD));
    standby.up();
    return standby;
  }

  public String url(String user, String database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(user, PASSWORD, port, database);
  }

  public Connection connect(String user, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, PASSWORD);
  }

  public void execute(String database, String... statements) {
    for (var sql : statements) {
      try (var connection = connect("postgres", database);
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }

  public long number(String database, String sql) {
    try (var connection = connect("postgres", database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public void up() {
    run("pg_ctl", "start", "-w", "-D", data(), "-l", log(), "-o", "-c port=" + port);
  }

  public void down() {
    run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data());
  }

  @Override
  public void close() {
    if (Files.exists(folder.resolve("data/postmaster.pid"))) {
      down();
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Dumps a database, as somebody does by hand. */
  public void dump(String database, Path file) {
    run("pg_dump", "--format=custom", "--file=" + file.toAbsolutePath(), "-d", address(database));
  }

  /** Restores a dump into a database that is there, as somebody does by hand. */
  public void restore(Path dump, String database) {
    run(
        "pg_restore",
        "--exit-on-error",
        "--no-owner",
        "-d",
        address(database),
        dump.toAbsolutePath().toString());
  }

  private String address(String database) {
    return "host=127.0.0.1 port=%d user=postgres password=%s dbname=%s"
        .formatted(port, PASSWORD, database);
  }

  private void initialise() {
    try {
      var password = Files.writeString(folder.resolve("password"), PASSWORD);
      run(
          "initdb",
          "--no-sync",
          "-U",
          "postgres",
          "-A",
          "scram-sha-256",
          "--pwfile=" + password,
          "--encoding=UTF8",
          "--locale=C",
          "-D",
          data());
      var settings =
          """
          listen_addresses = '127.0.0.1'
          unix_socket_directories = ''
          fsync = off
          autovacuum = off
          max_connections = 40
          shared_preload_libraries = 'pg_stat_statements'
          """;
      Files.writeString(folder.resolve("data/postgresql.conf"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String log() {
    return folder.resolve("log").toString();
  }

  private void run(String program, String... arguments) {
    // PostgreSQL refuses root; in a user namespace without a map nobody is.
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path installed() {
    return Installed.orSkipped(newest(), "PostgreSQL's server", "postgresql");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("real-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> newest() {
    if (!Files.isDirectory(HOMES)) {
      return Optional.empty();
    }
    try (var releases = Files.list(HOMES)) {
      return releases
          .map(it -> it.resolve("bin"))
          .filter(it -> Files.isExecutable(it.resolve("initdb")))
          .max(
              Comparator.comparing(it -> Integer.valueOf(it.getParent().getFileName().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final RealPostgres SERVER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }
}
