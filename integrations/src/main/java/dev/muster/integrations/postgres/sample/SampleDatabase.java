package dev.muster.integrations.postgres.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.integrations.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small database of a learning platform beside Muster's own, for the demo's runbooks to look at
 * and to change. It belongs to a role that may do nothing elsewhere.
 *
 * @param server as its superuser, at Muster's own database
 */
public record SampleDatabase(DatabaseAddress server) {

  private static final Logger log = LoggerFactory.getLogger(SampleDatabase.class);

  private static final String NAME = "learnhub";
  private static final String TABLES = "/dev/muster/sample/learnhub.sql";

  /** Any number: several Musters may share a server, and one of them makes it. */
  private static final long LOCK = 7_135_402_116L;

  /**
   * Where runbooks find it. Makes what is missing of it, and goes on where somebody was killed over
   * that. Blocking.
   *
   * @return empty where that fails, which the log says
   */
  public Optional<String> url() {
    try (var handle = Jdbi.create(server.jdbcUrl(), server.user(), server.password()).open()) {
      handle.select("select pg_advisory_lock(?)", LOCK).mapTo(String.class).list();
      make(handle);
      Jdbi.create("jdbc:postgresql://" + place(), NAME, password())
          .useTransaction(SampleDatabase::fill);
      return Optional.of("postgresql://%s:%s@%s".formatted(NAME, password(), place()));
    } catch (JdbiException e) {
      // Without what was to be executed: the password is in it.
      log.atWarn()
          .addKeyValue("reason", e.getClass().getSimpleName())
          .log("The demo has no database for its runbooks");
      return Optional.empty();
    }
  }

  private void make(Handle handle) {
    if (isNone(handle, "pg_roles where rolname = '" + NAME + "'")) {
      handle.execute("create role %s login password '%s'".formatted(NAME, password()));
    }
    if (isNone(handle, "pg_database where datname = '" + NAME + "'")) {
      handle.execute("create database %1$s owner %1$s".formatted(NAME));
    }
    var own = handle.select("select quote_ident(current_database())").mapTo(String.class).one();
    handle.execute("revoke connect on database " + own + " from public");
  }

  private static void fill(Handle handle) {
    if (isNone(handle, "pg_tables where schemaname = 'public'")) {
      handle.createScript(tables()).execute();
    }
  }

  private static boolean isNone(Handle handle, String rows) {
    return handle.select("select count(*) from " + rows).mapTo(Long.class).one() == 0;
  }

  private static String tables() {
    try (var file = SampleDatabase.class.getResourceAsStream(TABLES)) {
      return new String(Objects.requireNonNull(file, TABLES).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String place() {
    var shown = server.shown();
    return shown.substring(0, shown.indexOf('/') + 1) + NAME;
  }

  /** The same for every Muster that uses the server, and not that of Muster's own data. */
  private String password() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest((NAME + server.password()).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
