package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The backups of earlier runs of the same step, as {@link #name} calls them: they may go. */
record Older(Path folder, Pattern names) {

  static Older of(Folder folder, Target target, Attempt attempt) {
    var names = plain(target.database()) + "-\\d+-" + plain(attempt.step()) + "\\.dump";
    return new Older(folder.path(), Pattern.compile(names));
  }

  /** The same for every attempt of a step in one run. */
  static String name(Target target, Attempt attempt) {
    return "%s-%d-%s".formatted(plain(target.database()), attempt.run(), plain(attempt.step()));
  }

  /** Keeps the newest, and says which went. */
  List<String> keep(long newest) {
    var gone = new ArrayList<String>();
    try {
      for (var backup : newestFirst().stream().skip(newest).toList()) {
        Files.deleteIfExists(Manifest.of(backup));
        Files.deleteIfExists(backup);
        gone.add(String.valueOf(backup.getFileName()));
      }
      return gone;
    } catch (IOException e) {
      throw Folder.failed(e);
    }
  }

  private List<Path> newestFirst() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(it -> names.matcher(String.valueOf(it.getFileName())).matches())
          .sorted(Comparator.comparingLong((Path it) -> it.toFile().lastModified()).reversed())
          .toList();
    }
  }

  /** Letters that mean nothing in a file's name or in a pattern. */
  private static String plain(String text) {
    var plain = text.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "x" : plain;
  }
}
