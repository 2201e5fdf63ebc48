package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * PostgreSQL's programs and an empty cluster, made once and kept for the next run of the tests:
 * they are most of a first start.
 */
final class Prepared {

  private static final Layout LAYOUT = prepare();

  private Prepared() {}

  /** The programs alone, unless the folder has some. */
  static void lendPrograms(Layout to) {
    var own = to.bin(version());
    if (Files.exists(own)) {
      return;
    }
    try {
      Files.createSymbolicLink(own, LAYOUT.bin(version()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The programs, and a cluster of its own with its password, unless the folder has one. */
  static void lendAll(Layout to) {
    lendPrograms(to);
    if (Files.exists(to.data())) {
      return;
    }
    try {
      Files.copy(LAYOUT.password(), to.password(), StandardCopyOption.COPY_ATTRIBUTES);
      copy(LAYOUT.data(), to.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Programs programs(Layout layout) {
    return Programs.in(layout.bin(version()));
  }

  private static String version() {
    return Binaries.bundled().version();
  }

  /** With its modes: PostgreSQL refuses a folder that others can read. */
  private static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (var path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static Layout prepare() {
    var layout = Layout.under(Path.of("target", "postgres-" + version()));
    try (var _ = StartLock.hold(layout.lock())) {
      Binaries.bundled().install(layout);
      var cluster = new Cluster(layout);
      if (!cluster.exists()) {
        cluster.create(Programs.in(layout.bin(version())));
      }
      return layout;
    }
  }
}
