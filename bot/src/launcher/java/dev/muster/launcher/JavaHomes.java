package dev.muster.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every Java that lies where people and installers put one. */
final class JavaHomes {

  private static final String[] VARIABLES = {"MUSTER_JAVA_HOME", "JAVA_HOME", "JDK_HOME"};

  private final Map<String, String> environment;
  private final List<Path> parents;

  JavaHomes(Map<String, String> environment, List<Path> parents) {
    this.environment = environment;
    this.parents = parents;
  }

  static JavaHomes ofThisMachine() {
    Path user = Paths.get(System.getProperty("user.home", "/"));
    List<Path> parents = new ArrayList<>();
    parents.add(Paths.get("/usr/lib/jvm"));
    parents.add(Paths.get("/opt"));
    parents.add(user.resolve(".sdkman/candidates/java"));
    parents.add(user.resolve(".jdks"));
    parents.add(Paths.get("/Library/Java/JavaVirtualMachines"));
    return new JavaHomes(System.getenv(), parents);
  }

  /** The newest of at least that version; null without one. */
  JavaHome newest(int least) {
    JavaHome chosen = chosen();
    if (chosen != null && chosen.feature() >= least) {
      return chosen;
    }
    JavaHome newest = null;
    for (JavaHome home : all()) {
      if (home.feature() >= least && (newest == null || home.isNewerThan(newest))) {
        newest = home;
      }
    }
    return newest;
  }

  /** A person who names one for us means that one. */
  private JavaHome chosen() {
    String folder = environment.getOrDefault(VARIABLES[0], "");
    return folder.isEmpty() ? null : JavaHome.read(Paths.get(folder));
  }

  /** Each once, links resolved. */
  Collection<JavaHome> all() {
    Map<Path, JavaHome> found = new LinkedHashMap<>();
    for (String variable : VARIABLES) {
      String folder = environment.getOrDefault(variable, "");
      if (!folder.isEmpty()) {
        add(Paths.get(folder), found);
      }
    }
    for (Path parent : parents) {
      addChildren(parent, found);
    }
    return found.values();
  }

  /** For a message: the places, in the order in which they are looked at. */
  String places() {
    StringBuilder places = new StringBuilder();
    for (String variable : VARIABLES) {
      String folder = environment.getOrDefault(variable, "");
      places.append("  ").append(variable).append(folder.isEmpty() ? " (not set)" : "=" + folder);
      places.append('\n');
    }
    for (Path parent : parents) {
      places.append("  ").append(parent.resolve("*")).append('\n');
    }
    return places.toString();
  }

  private static void addChildren(Path parent, Map<Path, JavaHome> found) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
      for (Path child : children) {
        add(child, found);
        // Where macOS keeps it inside a bundle.
        add(child.resolve("Contents/Home"), found);
      }
    } catch (IOException e) {
      // A folder that we may not read holds nothing that we may start.
    }
  }

  private static void add(Path folder, Map<Path, JavaHome> found) {
    JavaHome home = JavaHome.read(folder);
    if (home == null) {
      return;
    }
    try {
      found.putIfAbsent(folder.toRealPath(), home);
    } catch (IOException e) {
      found.putIfAbsent(folder, home);
    }
  }
}
