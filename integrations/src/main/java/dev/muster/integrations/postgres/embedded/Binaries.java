package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of PostgreSQL that travel in our jar, unpacked once for each version. */
record Binaries(String version) {

  private static final Logger log = LoggerFactory.getLogger(Binaries.class);

  /** The version that was bundled at build time. */
  static Binaries bundled() {
    var properties = new Properties();
    try (var in = Binaries.class.getResourceAsStream("binaries.properties")) {
      properties.load(in);
      return new Binaries(properties.getProperty("version"));
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot read our own jar", e);
    }
  }

  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  /** Answers the folder that holds {@code bin/postgres}; the caller holds the lock. */
  Path install(Layout layout) {
    var home = layout.bin(version);
    if (Files.isDirectory(home)) {
      return home;
    }
    var partial = layout.root().resolve("bin-" + version + ".partial");
    try {
      Folders.delete(partial);
      Files.createDirectories(partial);
      unpack(partial);
      Folders.publish(partial, home);
      return home;
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot unpack PostgreSQL to " + partial, e);
    }
  }

  /** Removes what older releases left; not while one of their servers may still run. */
  void removeOthers(Layout layout) {
    try (var old = Files.newDirectoryStream(layout.root(), "bin-*")) {
      for (var folder : old) {
        if (!folder.equals(layout.bin(version))) {
          Folders.delete(folder);
        }
      }
    } catch (IOException e) {
      log.atWarn().setCause(e).log("Could not remove the programs of an older PostgreSQL");
    }
  }

  private void unpack(Path folder) throws IOException {
    try (var txz = open(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))) {
      new Archive(folder).unpack(txz);
    }
    log.atInfo().addKeyValue("version", version).log("Unpacked PostgreSQL");
  }

  static InputStream open(String os, String arch) {
    var txz = Binaries.class.getResourceAsStream(resource(os, arch));
    if (txz == null) {
      throw new EmbeddedPostgresException(
          "No PostgreSQL is bundled for %s on %s. Set DATABASE_URL to use one of yours."
              .formatted(os, arch));
    }
    return txz;
  }

  /** The names are those of the zonky bundles. */
  static String resource(String os, String arch) {
    var name = os.toLowerCase(Locale.ROOT);
    var system = name.startsWith("mac") ? "darwin" : name;
    var machine =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
    return "/postgres-" + system + "-" + machine + ".txz";
  }
}
