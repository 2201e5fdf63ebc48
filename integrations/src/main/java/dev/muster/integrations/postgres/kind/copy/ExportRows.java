package dev.muster.integrations.postgres.kind.copy;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.OneQuery;
import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code postgres/export-rows}: the rows of a statement in a CSV file as {@code copy} writes it.
 */
public final class ExportRows implements FileKind {

  private static final long MOST_ROWS = 10_000_000;
  private static final long MOST_BYTES = 1L << 30;

  private final Folder folder;

  public ExportRows(Path folder) {
    this.folder = new Folder(folder);
  }

  @Override
  public String name() {
    return "postgres/export-rows";
  }

  @Override
  public String about() {
    return "Writes the rows of a statement that reads into a CSV file where Muster runs, all of"
        + " them or none; answers file, rows, bytes and sha256.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed(
            "sql",
            Parameter.Type.TEXT,
            "One statement, values go to args: \"select * from users where deleted_at > ?\"."),
        Parameter.optional(
            "args",
            Parameter.Type.LIST,
            "A value for each ? of sql, in order: [\"${{ inputs.since }}\"]."),
        Parameter.optional(
            "file",
            Parameter.Type.TEXT,
            "Its name, made of database, run and step if left out: deleted-users.csv."),
        Parameter.optional("maxRows", Parameter.Type.NUMBER, "More rows are refused: 5000.")
            .otherwise(100_000L),
        Parameter.optional("maxBytes", Parameter.Type.NUMBER, "A larger file is refused: 1000000.")
            .otherwise(100L << 20));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("too-many", "no-room", "file");
  }

  @Override
  public String describe(Arguments with) {
    return "export to %s from %s: %s"
        .formatted(
            with.optionalText("file").orElse("a file of this run"),
            Target.shown(with, URL.name()),
            with.optionalText("sql").map(Shown::query).orElse("…"));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException, InterruptedException {
    var with = attempt.with();
    var query = OneQuery.of(with.text("sql"));
    var usual = Older.name(session.target(), attempt) + ".csv";
    var file = folder.file(with.optionalText("file").orElse(usual));
    var rows = new long[1];
    folder.checkRoom(Math.clamp(with.number("maxBytes"), 1, MOST_BYTES));
    folder.write(
        file,
        part ->
            rows[0] = session.read(query.sql(), with.list("args"), it -> write(part, it, with)));
    var bytes = Folder.size(file);
    var name = String.valueOf(file.getFileName());
    return new Outcome.Done(
        Map.of("file", name, "rows", rows[0], "bytes", bytes, "sha256", Folder.sha256(file)),
        "%s in %s, %s".formatted(count(rows[0], "row", "rows"), name, Shown.bytes(bytes)));
  }

  private static long write(Path part, ResultSet rows, Arguments with) throws SQLException {
    var most = Math.clamp(with.number("maxRows"), 1, MOST_ROWS);
    var largest = Math.clamp(with.number("maxBytes"), 1, MOST_BYTES);
    try (var csv = new Csv(Files.newBufferedWriter(part))) {
      csv.header(rows.getMetaData());
      var count = 0L;
      while (rows.next()) {
        csv.row(rows);
        count++;
        if (count > most || csv.characters() > largest) {
          throw tooMuch(most, largest);
        }
      }
      return count;
    } catch (IOException e) {
      throw Folder.failed(e);
    }
  }

  private static RefusedException tooMuch(long most, long largest) {
    return new RefusedException(
        "too-many",
        "More than %d rows or %s: nothing was kept. Narrow the statement, or raise maxRows and"
                .formatted(most, Shown.bytes(largest))
            + " maxBytes.");
  }
}
