package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Folders that appear whole or not at all. */
public final class Folders {

  private Folders() {}

  /** Gives a finished folder its name, and has the name on disk when this returns. */
  static void publish(Path finished, Path name) throws IOException {
    Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
    try (var parent = FileChannel.open(name.resolveSibling("."), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  /** With all that is in it; follows no links, and needs nothing to be there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
