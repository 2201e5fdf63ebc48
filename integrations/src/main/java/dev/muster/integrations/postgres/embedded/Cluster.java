package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data on disk: made whole or not at all, and never touched by another major version. */
record Cluster(Layout layout) {

  static final String USER = "muster";

  private static final String PARTIAL = "data.partial-";
  private static final Logger log = LoggerFactory.getLogger(Cluster.class);

  boolean exists() {
    return Files.exists(layout.data());
  }

  /** Of this major version, and with its password. */
  void requireUsable(String needed) {
    requireMajor(needed);
    password();
  }

  private void requireMajor(String needed) {
    var file = layout.data().resolve("PG_VERSION");
    try {
      var found = Files.readString(file).strip();
      if (!found.equals(needed)) {
        throw new EmbeddedPostgresException(otherMajor(found, needed));
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.because(
          layout.data() + " is not the data of a PostgreSQL; move it away", e);
    }
  }

  private String otherMajor(String found, String needed) {
    return """
    The data in %s is of PostgreSQL %s; this Muster brings PostgreSQL %s.
    To move it over: start the Muster release that made it, save its data with pg_dump, move the
    folder away, start this Muster once to make a new one, and restore into it.
    Or point MUSTER_DATA at another folder to begin anew, or set DATABASE_URL.\
    """
        .formatted(layout.data(), found, needed);
  }

  /** Leaves the finished name alone until initdb has done all and synced it. */
  void create(Programs programs) {
    try {
      removePartial();
      // A name of its own: the initdb of a killed process may still be at work in another.
      var partial = Files.createTempDirectory(layout.root(), PARTIAL);
      writePassword();
      initdb(programs, partial);
      Folders.publish(partial, layout.data());
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot make a database in " + layout.root(), e);
    }
    log.atInfo().addKeyValue("folder", layout.data()).log("Made a new database");
  }

  private void removePartial() throws IOException {
    try (var partial = Files.newDirectoryStream(layout.root(), PARTIAL + "*")) {
      for (var folder : partial) {
        Folders.delete(folder);
      }
    } catch (DirectoryNotEmptyException stillAtWork) {
      log.atDebug().log("Another initdb is still at work");
    }
  }

  private void initdb(Programs programs, Path folder) {
    var result =
        programs.run(
            "initdb",
            "--pgdata=" + folder,
            "--username=" + USER,
            "--auth=scram-sha-256",
            "--pwfile=" + layout.password(),
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums");
    if (!result.ok()) {
      throw EmbeddedPostgresException.because(
          "Cannot make a database in " + layout.root(), result.said(), null);
    }
  }

  String password() {
    try {
      return Files.readString(layout.password()).strip();
    } catch (IOException e) {
      throw EmbeddedPostgresException.because(
          "The password of the database, kept in %s, cannot be read; restore that file"
              .formatted(layout.password()),
          e);
    }
  }

  private void writePassword() throws IOException {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    var partial = layout.root().resolve("password.partial");
    Files.deleteIfExists(partial);
    var closed = PosixFilePermissions.fromString("rw-------");
    Files.createFile(partial, PosixFilePermissions.asFileAttribute(closed));
    Files.writeString(partial, HexFormat.of().formatHex(random) + "\n");
    Files.move(partial, layout.password(), StandardCopyOption.ATOMIC_MOVE);
  }
}
