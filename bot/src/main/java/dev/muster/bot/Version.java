package dev.muster.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Muster this is, as the build wrote it down. */
public final class Version {

  private Version() {}

  public static String current() {
    try (var in = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
