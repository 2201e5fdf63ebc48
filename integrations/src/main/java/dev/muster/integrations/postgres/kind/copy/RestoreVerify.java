package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.integrations.postgres.kind.session.Visit;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code postgres/restore-verify}: a backup is one when it has been restored. */
public final class RestoreVerify implements DatabaseKind {

  private final Folder folder;

  public RestoreVerify(Path folder) {
    this.folder = new Folder(folder);
  }

  @Override
  public String name() {
    return "postgres/restore-verify";
  }

  @Override
  public String about() {
    return "Restores a file of postgres/backup into a database of its own, compares counts, indexes"
        + " and size with what was dumped, and always drops it; answers counts, bytes,"
        + " expectedBytes and took.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed(
            "file", Parameter.Type.TEXT, "The backup: \"${{ steps.backup.outputs.file }}\"."),
        Parameter.optional(
            "counts",
            Parameter.Type.MAP,
            "Rows that tables must have, else as dumped: {users: 1200}."),
        Parameter.optional(
            "checks",
            Parameter.Type.MAP,
            "What must be true of it, each one statement that reads: {latest: \"select max(created)"
                + " > now() - interval '1 day' from users\"}."),
        Parameter.optional(
                "tolerance",
                Parameter.Type.NUMBER,
                "By how much the size may differ from the dumped database's: 0.2.")
            .otherwise(0.1));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of(
        "no-table",
        "no-file",
        "no-pg_restore",
        "old-client",
        "old-server",
        "damaged",
        "differs",
        "not-dropped",
        "file",
        "pg_restore");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  /** What an earlier attempt has left is dropped first. */
  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public Optional<String> hindrance(Arguments with) {
    return Tool.hindrance("pg_restore");
  }

  @Override
  public String describe(Arguments with) {
    return "restore %s into a scratch database at %s, compare, and drop it"
        .formatted(with.optionalText("file").orElse("…"), Target.shown(with, URL.name()));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException, InterruptedException {
    var file = folder.existing(attempt.with().text("file"));
    var proof = Proof.of(file, attempt.with());
    var restore = Tool.find("pg_restore");
    restore.checkFor(proof.server());
    checkServer(session, proof.server());
    var scratch = new Scratch(session.target(), attempt);
    scratch.drop(session);
    scratch.create(session);
    attempt.output().line("Restoring %s into %s".formatted(file.getFileName(), scratch.name()));
    Outcome outcome;
    try {
      var began = System.nanoTime();
      restore(restore, session, attempt, file, scratch);
      outcome =
          Visit.to(scratch.target(), attempt, true, restored -> proof.compare(restored, began));
    } finally {
      session.whenStopped(() -> {});
      scratch.dropWhateverHappens(attempt);
    }
    return outcome;
  }

  private static void restore(
      Tool tool, Session session, Attempt attempt, Path file, Scratch scratch)
      throws InterruptedException {
    try {
      tool.run(
          session,
          scratch.target(),
          attempt.output(),
          List.of(
              "--exit-on-error",
              "--no-owner",
              "--no-privileges",
              "--no-password",
              "--dbname=" + scratch.name(),
              file.toString()));
    } catch (IOException e) {
      throw Folder.failed(e);
    }
  }

  private static void checkServer(Session session, long dumped) throws SQLException {
    var here = session.version();
    if (here < dumped) {
      throw new RefusedException(
          "old-server",
          "The backup is of PostgreSQL %d and %s of %d: restore it on a server as new."
              .formatted(dumped, session.target(), here));
    }
  }
}
