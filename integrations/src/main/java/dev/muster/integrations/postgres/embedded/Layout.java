package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything lies below {@code <data folder>/postgres}, links resolved. */
record Layout(Path root) {

  /** Makes the folder, closed to other users, if it is not there yet. */
  static Layout under(Path dataFolder) {
    try {
      Files.createDirectories(dataFolder.toAbsolutePath());
      var root = dataFolder.toRealPath().resolve("postgres");
      if (!Files.isDirectory(root)) {
        var closed = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(root, PosixFilePermissions.asFileAttribute(closed));
      }
      return new Layout(root.toRealPath());
    } catch (IOException e) {
      throw EmbeddedPostgresException.because(
          "Cannot make the data folder " + dataFolder.toAbsolutePath(), e);
    }
  }

  Path data() {
    return root.resolve("data");
  }

  Path bin(String version) {
    return root.resolve("bin-" + version);
  }

  Path password() {
    return root.resolve("password");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path lock() {
    return root.resolve("start.lock");
  }

  Path port() {
    return root.resolve("port");
  }

  Path pidFile() {
    return data().resolve("postmaster.pid");
  }
}
