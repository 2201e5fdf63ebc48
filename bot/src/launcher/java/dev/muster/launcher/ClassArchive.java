package dev.muster.launcher;

import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The classes of Muster as the first orderly end of this jar on this Java left them, read and
 * verified: the next starts take two thirds of the time. It lies where programs keep what they can
 * do without, and any trouble with it is as if there was none.
 */
final class ClassArchive {

  /** Nothing is kept, and nothing used. */
  static final ClassArchive NONE = new ClassArchive(null, "", "");

  private static final String MADE = ".new";
  private static final String USED = ".jsa";

  private final Path folder;
  private final String jar;
  private final String version;
  private Path made;

  private ClassArchive(Path folder, String jar, String version) {
    this.folder = folder;
    this.jar = jar;
    this.version = version;
  }

  /** Of a jar as it is now. */
  static ClassArchive of(JavaHome home, String jar, Map<String, String> environment) {
    try {
      Path path = Paths.get(jar);
      String state = home + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
      Path folder = Files.createDirectories(caches(environment).resolve("muster"));
      // The JVM takes what stands behind the separator for another archive.
      boolean fits = folder.toString().indexOf(File.pathSeparatorChar) < 0;
      return fits && Files.isWritable(folder)
          ? new ClassArchive(folder, hash(jar), hash(state))
          : NONE;
    } catch (IOException | InvalidPathException e) {
      return NONE;
    }
  }

  private static Path caches(Map<String, String> environment) {
    String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
    return chosen.isEmpty()
        ? Paths.get(System.getProperty("user.home", "/"), ".cache")
        : Paths.get(chosen);
  }

  private static String hash(String text) {
    return Integer.toHexString(text.hashCode());
  }

  /** For the Java that is started: to use it, or to make it at its end. */
  synchronized List<String> options() {
    if (folder == null) {
      return Collections.emptyList();
    }
    remove(ClassArchive::isLeft);
    if (Files.isReadable(file())) {
      return quietly("-XX:SharedArchiveFile=" + file());
    }
    made = folder.resolve(jar + "-" + version + "-" + System.nanoTime() + MADE);
    return quietly("-XX:ArchiveClassesAtExit=" + made);
  }

  /** What it cannot hold is of no use to anybody who reads a log. */
  private static List<String> quietly(String option) {
    return Arrays.asList(option, "-Xlog:cds*=off", "-Xlog:class+path*=off");
  }

  private Path file() {
    return folder.resolve(jar + "-" + version + USED);
  }

  /** Once it has ended: only a whole one is ever seen, and those of older jars go. */
  synchronized void keep() {
    if (made == null || !Files.exists(made)) {
      return;
    }
    try {
      Files.move(made, file(), StandardCopyOption.ATOMIC_MOVE);
      remove(file -> file.getName().endsWith(USED) && !file.toPath().equals(file()));
    } catch (IOException e) {
      // The next end makes it again.
    }
  }

  /** Its Muster ended when nobody was there to keep it, or goes on and will do without it. */
  private static boolean isLeft(File file) {
    return file.getName().endsWith(MADE)
        && file.lastModified() < System.currentTimeMillis() - TimeUnit.HOURS.toMillis(1);
  }

  private void remove(FileFilter which) {
    File[] found =
        folder
            .toFile()
            .listFiles(file -> file.getName().startsWith(jar + "-") && which.accept(file));
    for (File file : found == null ? new File[0] : found) {
      // Where it stays, that keeps nobody from starting.
      boolean unused = file.delete();
    }
  }
}
