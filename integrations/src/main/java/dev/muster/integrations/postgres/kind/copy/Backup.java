package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code postgres/backup}: a dump that knows what it must hold. */
public final class Backup implements FileKind {

  /** Counts and dump see the same moment. */
  private static final String ONE_MOMENT = "set transaction isolation level repeatable read";

  private static final String SNAPSHOT =
      """
      select pg_export_snapshot() as snapshot, transaction_timestamp() as at
      """;

  private final Folder folder;

  public Backup(Path folder) {
    this.folder = new Folder(folder);
  }

  @Override
  public String name() {
    return "postgres/backup";
  }

  @Override
  public String about() {
    return "Dumps a database into a file where Muster runs (pg_dump, compressed), with the counts"
        + " of its tables at that moment; answers file, bytes, sha256, counts, databaseBytes, at,"
        + " removed and took. Give the step of a large database its time, such as timeout: 2h.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional(
            "file",
            Parameter.Type.TEXT,
            "Its name, made of database, run and step if left out; a file that has it is replaced:"
                + " before-release.dump."),
        Parameter.optional(
            "count",
            Parameter.Type.LIST,
            "Only these tables are counted, all if left out: [users, content]."),
        Parameter.optional(
            "keep",
            Parameter.Type.NUMBER,
            "How many backups of this step stay, the newest; all if left out: 7."));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("no-table", "no-pg_dump", "old-client", "no-room", "file", "pg_dump");
  }

  @Override
  public Optional<String> hindrance(Arguments with) {
    return Tool.hindrance("pg_dump");
  }

  @Override
  public String describe(Arguments with) {
    return "back up %s to %s"
        .formatted(
            Target.shown(with, URL.name()), with.optionalText("file").orElse("a file of this run"));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException, InterruptedException {
    var began = System.nanoTime();
    session.run(ONE_MOMENT);
    var dump = Tool.find("pg_dump");
    dump.checkFor(session.version());
    var file = folder.file(name(session.target(), attempt));
    session.run("set local idle_in_transaction_session_timeout = 0");
    var moment = session.row(SNAPSHOT);
    var bytes = new Counts(session).databaseBytes();
    var counts = counts(session, attempt.with().list("count"));
    // What it will be, nobody knows; half is much.
    folder.checkRoom(bytes / 2);
    attempt.output().line("Dumping %s of %s".formatted(Shown.bytes(bytes), session.target()));
    folder.write(
        file,
        part -> dump.run(session, session.target(), attempt.output(), arguments(moment, part)));
    var manifest = manifest(session, moment, Folder.sha256(file), bytes, counts);
    manifest.write(folder, file);
    var removed = removed(session, attempt);
    return done(file, manifest, removed, Duration.ofNanos(System.nanoTime() - began));
  }

  private static Manifest manifest(
      Session session, Row moment, String sha256, long bytes, Map<String, Long> counts)
      throws SQLException {
    return new Manifest(
        session.target().database(),
        moment.text("at"),
        session.version(),
        sha256,
        bytes,
        new Counts(session).indexes(),
        counts);
  }

  private static Map<String, Long> counts(Session session, List<?> wanted) throws SQLException {
    var counts = new Counts(session);
    return counts.of(wanted.isEmpty() ? counts.all() : counts.named(wanted));
  }

  private static List<String> arguments(Row moment, Path part) {
    return List.of(
        "--format=custom",
        "--no-password",
        "--lock-wait-timeout=60s",
        "--snapshot=" + moment.text("snapshot"),
        "--file=" + part);
  }

  private static Outcome.Done done(
      Path file, Manifest manifest, List<String> removed, Duration took) {
    var bytes = Folder.size(file);
    var result = new LinkedHashMap<String, Object>();
    result.put("file", String.valueOf(file.getFileName()));
    result.put("bytes", bytes);
    result.put("sha256", manifest.sha256());
    result.put("counts", manifest.counts());
    result.put("databaseBytes", manifest.databaseBytes());
    result.put("at", Instant.parse(manifest.takenAt()));
    result.put("removed", removed);
    result.put("took", took);
    return new Outcome.Done(
        result,
        "%s, %s in %s".formatted(file.getFileName(), Shown.bytes(bytes), Shown.duration(took)));
  }

  private static String name(Target target, Attempt attempt) {
    return attempt
        .with()
        .optionalText("file")
        .orElseGet(() -> Older.name(target, attempt) + ".dump");
  }

  private List<String> removed(Session session, Attempt attempt) {
    var keep = attempt.with().has("keep") ? attempt.with().number("keep") : Long.MAX_VALUE;
    var removed = Older.of(folder, session.target(), attempt).keep(Math.max(1, keep));
    removed.forEach(it -> attempt.output().line("Removed the older " + it));
    return removed;
  }
}
