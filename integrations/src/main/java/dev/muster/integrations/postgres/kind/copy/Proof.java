package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.OneQuery;
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
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a restored backup is held against.
 *
 * @param manifest what was dumped; empty if nobody knows
 * @param checks what must be true of it besides, each a statement
 */
record Proof(
    Optional<Manifest> manifest,
    double tolerance,
    Map<String, Long> counts,
    Map<String, String> checks) {

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
    var checks = new TreeMap<String, String>();
    with.map("checks").forEach((name, sql) -> checks.put(String.valueOf(name), one(sql)));
    return new Proof(manifest, tolerance, counts, checks);
  }

  /** The release of the server that was dumped; 0 if nobody knows. */
  long server() {
    return manifest.map(Manifest::server).orElse(0L);
  }

  Outcome compare(Session restored, long began) throws SQLException {
    var wrong = new ArrayList<String>();
    var found = counts(restored, wrong);
    var size = new Counts(restored).databaseBytes();
    size(size, wrong);
    var indexes = new Counts(restored).indexes();
    manifest
        .map(Manifest::indexes)
        .filter(it -> it != indexes)
        .ifPresent(it -> wrong.add("it has %d indexes instead of %d".formatted(indexes, it)));
    checks(restored, wrong);
    return wrong.isEmpty()
        ? done(found, size, Duration.ofNanos(System.nanoTime() - began))
        : new Outcome.Failed(
            "differs",
            "The restored backup is not right: %s. Do not rely on it; take another."
                .formatted(String.join("; ", wrong)));
  }

  private Map<String, Long> counts(Session restored, List<String> wrong) throws SQLException {
    var all = new Counts(restored);
    var found = new TreeMap<String, Long>();
    for (var expected : counts.entrySet()) {
      var table = expected.getKey();
      var name = all.named(List.of(table)).getFirst();
      var rows = all.of(List.of(name)).getOrDefault(name, 0L);
      found.put(table, rows);
      if (!rows.equals(expected.getValue())) {
        wrong.add("%s has %d rows instead of %d".formatted(table, rows, expected.getValue()));
      }
    }
    return found;
  }

  private void size(long size, List<String> wrong) {
    var expected = bytes();
    var difference = Math.abs(size - expected);
    if (expected > 0 && difference > OF_NOTHING && difference > tolerance * expected) {
      wrong.add(
          "it has %s instead of about %s (a smaller one may only be rid of dead rows: vacuum, or"
                  .formatted(Shown.bytes(size), Shown.bytes(expected))
              + " raise tolerance)");
    }
  }

  private void checks(Session restored, List<String> wrong) throws SQLException {
    for (var check : checks.entrySet()) {
      var isTrue =
          restored.read(check.getValue(), List.of(), rows -> rows.next() && rows.getBoolean(1));
      if (!isTrue) {
        wrong.add("%s is not true".formatted(check.getKey()));
      }
    }
  }

  private long bytes() {
    return manifest.map(Manifest::databaseBytes).orElse(0L);
  }

  private static String one(Object sql) {
    return OneQuery.of(String.valueOf(sql)).sql();
  }

  private Outcome.Done done(Map<String, Long> found, long size, Duration took) {
    var result = new LinkedHashMap<String, Object>();
    result.put("counts", found);
    result.put("bytes", size);
    result.put("expectedBytes", bytes());
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
