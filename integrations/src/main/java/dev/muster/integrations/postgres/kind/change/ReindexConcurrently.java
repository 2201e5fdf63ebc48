package dev.muster.integrations.postgres.kind.change;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.integrations.postgres.kind.session.Table;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code postgres/reindex-concurrently}: builds indexes anew while they go on being used. */
public final class ReindexConcurrently implements DatabaseKind {

  private static final String TABLE_OF =
      """
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_index i join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
      where i.indexrelid = ?
      """;

  @Override
  public String name() {
    return "postgres/reindex-concurrently";
  }

  @Override
  public String about() {
    return "Builds an index, or all indexes of a table, anew without keeping anybody from writing;"
        + " answers before, after and freed in bytes. Give the step of a large table its time, such"
        + " as timeout: 2h.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional("table", Parameter.Type.TEXT, "All indexes of this table: content."),
        Parameter.optional(
            "index", Parameter.Type.TEXT, "Or this index alone: idx_content_subtopic_id."));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("no-table", "no-index", "in-progress");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  /** Once more is as good, and says so while the first still runs. */
  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public String describe(Arguments with) {
    return "reindex %s in %s"
        .formatted(
            with.optionalText("index").or(() -> with.optionalText("table")).orElse("…"),
            Target.shown(with, URL.name()));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    var isIndex = with.has("index");
    var object = object(session, with);
    var table = isIndex ? tableOf(session, object) : object;
    var work = new IndexWork(session, table);
    var busy = work.busy();
    if (busy.isPresent()) {
      return busy.get();
    }
    return rebuild(session, work, object, isIndex);
  }

  @Override
  public Optional<Outcome.Failed> foresee(Attempt attempt) throws InterruptedException {
    return DatabaseKind.foreseen(attempt, session -> object(session, attempt.with()));
  }

  private static Table object(Session session, Arguments with) throws SQLException {
    if (with.has("table") == with.has("index")) {
      throw new RefusedException("invalid", "Name either a table or an index.");
    }
    return with.has("index")
        ? Table.index(session, with.text("index"))
        : Table.table(session, with.text("table"));
  }

  private static Outcome rebuild(Session session, IndexWork work, Table object, boolean isIndex)
      throws SQLException {
    var size = isIndex ? "pg_relation_size" : "pg_indexes_size";
    var before = bytes(session, size, object);
    try {
      session.run(
          "reindex %s concurrently %s".formatted(isIndex ? "index" : "table", object.name()));
    } catch (SQLException e) {
      return work.ended(e, object.name() + " was not built anew");
    }
    var after = bytes(session, size, object);
    var left = IndexWork.leftover(work.invalid());
    return new Outcome.Done(
        Map.of("before", before, "after", after, "freed", before - after),
        "%s: %s before, %s now.%s"
            .formatted(object.name(), Shown.bytes(before), Shown.bytes(after), left));
  }

  private static long bytes(Session session, String size, Table object) throws SQLException {
    return session
        .row("select %s(to_regclass(?)) as bytes".formatted(size), object.name())
        .number("bytes");
  }

  private static Table tableOf(Session session, Table index) throws SQLException {
    return Table.table(session, session.row(TABLE_OF, index.oid()).text("name"));
  }
}
