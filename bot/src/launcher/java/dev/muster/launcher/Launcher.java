package dev.muster.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Paths;

/**
 * Starts Muster from any Java since 8: in this process when that is new enough, else in a child on
 * the newest Java found, whose output, exit code and death are then those of this process.
 */
public final class Launcher {

  static final int NEEDED = 25;
  static final String MAIN = "dev.muster.bot.Main";

  private static final int UNUSABLE = 2;

  private Launcher() {}

  /** Never returns with anything but the exit code of Muster, or 2 when no Java fits. */
  public static void main(String[] args) throws Throwable {
    if (running() >= NEEDED) {
      callMain(args);
      return;
    }
    JavaHomes homes = JavaHomes.ofThisMachine();
    JavaHome home = homes.newest(NEEDED);
    if (home == null) {
      System.err.println(nothingFits(homes));
      System.exit(UNUSABLE);
    }
    try {
      System.exit(new Child(home, thisJar(), System.getenv()).run(args));
    } catch (IOException e) {
      System.err.println("Cannot start " + home.java() + ": " + e.getMessage());
      System.exit(UNUSABLE);
    }
  }

  private static int running() {
    String version = System.getProperty("java.specification.version", "1.8");
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }

  /** Compiled for a newer release than this class, so it cannot be named in the code. */
  private static void callMain(String[] args) throws Throwable {
    try {
      Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static String thisJar() throws Exception {
    return Paths.get(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  static String nothingFits(JavaHomes homes) {
    StringBuilder message = new StringBuilder();
    message.append("Muster needs Java ").append(NEEDED).append(" or newer to run.\n");
    message.append("This is Java ").append(System.getProperty("java.version"));
    message.append(" in ").append(System.getProperty("java.home")).append(".\n");
    message.append("Found besides:\n");
    for (JavaHome home : homes.all()) {
      message.append("  ").append(home).append('\n');
    }
    message.append("Looked in:\n").append(homes.places());
    message.append("Install one, for example Temurin 25 (https://adoptium.net), ");
    message.append("or set MUSTER_JAVA_HOME to the folder of one.");
    return message.toString();
  }
}
