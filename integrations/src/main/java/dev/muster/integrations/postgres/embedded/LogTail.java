package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a log file gained since a moment, at most its last lines: enough for an error message. */
record LogTail(Path file, long from) {

  private static final int MOST = 4000;

  static LogTail of(Path file) {
    return new LogTail(file, size(file));
  }

  String since() {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(from, size(file) - MOST));
      return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException notThere) {
      return 0;
    }
  }
}
