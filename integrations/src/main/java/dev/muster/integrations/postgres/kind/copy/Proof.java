package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a restored backup is held against.
 *
 * @param server the release of the server that was dumped; 0 if nobody knows
 * @param bytes the size of the database that was dumped; 0 if nobody knows
 */
record Proof(long server, long bytes, double tolerance, Map<String, Long> counts) {

  /** An empty database of PostgreSQL has some, which say nothing about the data. */
  private static final long OF_NOTHING = 1L << 20;

  static Proof of(Path backup, Arguments with) {
    var manifest = Manifest.beside(backup);
    if (manifest.isPresent() && !Folder.sha256(backup).equals(manifest.get().sha256())) {
      throw new RefusedException(
          "damaged",
          "%s is not as it was written: its SHA-256 differs. Take another backup."
              .formatted(backup.getFileName()));
    }
    var counts = new TreeMap<String, Long>();
    if (with.has("counts")) {
      with.map("counts")
          .forEach((table, count) -> counts.put(String.valueOf(table), rows(table, count)));
    } else {
      manifest.ifPresent(it -> counts.putAll(it.counts()));
    }
    var tolerance = with.values().get("tolerance") instanceof Number n ? n.doubleValue() : 0.1;
    return new Proof(
        manifest.map(Manifest::server).orElse(0L),
        manifest.map(Manifest::databaseBytes).orElse(0L),
        tolerance,
        counts);
  }

  Outcome compare(Session restored, long began) throws SQLException {
    var counts = new Counts(restored);
    var found = new TreeMap<String, Long>();
    var wrong = new ArrayList<String>();
    for (var table : this.counts.keySet()) {
      var name = counts.named(List.of(table)).getFirst();
      var rows = counts.of(List.of(name)).getOrDefault(name, 0L);
      found.put(table, rows);
      if (!rows.equals(this.counts.get(table))) {
        wrong.add("%s has %d rows instead of %d".formatted(table, rows, this.counts.get(table)));
      }
    }
    var size = counts.databaseBytes();
    if (isFarOff(size)) {
      wrong.add("it has %s instead of about %s".formatted(Shown.bytes(size), Shown.bytes(bytes)));
    }
    return wrong.isEmpty()
        ? done(found, size, Duration.ofNanos(System.nanoTime() - began))
        : new Outcome.Failed(
            "differs",
            "The restored backup differs: %s. Do not rely on it; take another."
                .formatted(String.join("; ", wrong)));
  }

  private boolean isFarOff(long size) {
    var difference = Math.abs(size - bytes);
    return bytes > 0 && difference > OF_NOTHING && difference > tolerance * bytes;
  }

  private Outcome.Done done(Map<String, Long> found, long size, Duration took) {
    var result = new LinkedHashMap<String, Object>();
    result.put("counts", found);
    result.put("bytes", size);
    result.put("expectedBytes", bytes);
    result.put("took", took);
    var rows = found.values().stream().mapToLong(Long::longValue).sum();
    return new Outcome.Done(
        result,
        "%s with %d rows as dumped, %s, in %s"
            .formatted(
                Shown.count(found.size(), "table", "tables"),
                rows,
                Shown.bytes(size),
                Shown.duration(took)));
  }

  private static long rows(Object table, Object count) {
    if (count instanceof Number number) {
      return number.longValue();
    }
    throw new RefusedException(
        "invalid", "counts: how many rows %s has is no number".formatted(table));
  }
}
