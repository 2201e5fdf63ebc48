package dev.muster.integrations.postgres.kind.change;

import static java.util.stream.Collectors.joining;

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
import dev.muster.runbooks.kind.Reconciled;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code postgres/create-index-concurrently}: a new index while the table goes on being used. */
public final class CreateIndexConcurrently implements DatabaseKind {

  @Override
  public String name() {
    return "postgres/create-index-concurrently";
  }

  @Override
  public String about() {
    return "Builds an index without keeping anybody from writing; one that is there and valid is"
        + " left as it is. Answers index, created and bytes. Give the step of a large table"
        + " its time, such as timeout: 2h.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed("table", Parameter.Type.TEXT, "The table: content, or shop.orders."),
        Parameter.needed(
            "columns",
            Parameter.Type.LIST,
            "Its columns, each with asc or desc if needed: [customer, created desc]."),
        Parameter.optional(
            "index",
            Parameter.Type.TEXT,
            "Its name, idx_<table>_<columns> if left out: idx_orders_customer."),
        Parameter.optional(
                "unique", Parameter.Type.BOOLEAN, "Whether no two rows may be the same: true.")
            .otherwise(false),
        Parameter.optional("method", Parameter.Type.TEXT, "How it is stored: gin.")
            .oneOf("btree", "hash", "gin", "gist", "spgist", "brin")
            .otherwise("btree"),
        Parameter.optional(
                "dropInvalid",
                Parameter.Type.BOOLEAN,
                "Whether an invalid one of this name, left by a failed attempt, goes first: true.")
            .otherwise(false));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("no-table", "in-progress", "invalid-left", "taken");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  @Override
  public String describe(Arguments with) {
    return "create an index on %s(%s) in %s"
        .formatted(
            with.optionalText("table").orElse("…"),
            with.list("columns").stream().map(String::valueOf).collect(joining(", ")),
            Target.shown(with, URL.name()));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    var table = Table.table(session, with.text("table"));
    var index = NewIndex.of(session, table, with);
    var work = new IndexWork(session, table);
    var busy = work.busy();
    if (busy.isPresent()) {
      return busy.get();
    }
    var found = index.state(session);
    if (found == NewIndex.State.VALID) {
      return done(session, index, false);
    }
    if (found == NewIndex.State.INVALID) {
      if (!with.isTrue("dropInvalid")) {
        return invalid(index);
      }
      attempt.output().line("Dropping the invalid " + index.name());
      session.run("drop index concurrently if exists " + index.name());
    }
    return build(session, work, index);
  }

  @Override
  public Optional<Outcome.Failed> foresee(Attempt attempt) throws InterruptedException {
    return DatabaseKind.foreseen(
        attempt,
        session -> {
          var with = attempt.with();
          var table = Table.table(session, with.text("table"));
          var index = NewIndex.of(session, table, with);
          index.mustBePossible(session);
          if (index.state(session) == NewIndex.State.INVALID && !with.isTrue("dropInvalid")) {
            throw new RefusedException("invalid-left", invalid(index).words());
          }
        });
  }

  @Override
  public Reconciled reconcile(Attempt attempt) throws InterruptedException {
    return DatabaseKind.look(attempt, session -> settled(session, attempt.with()));
  }

  private static Outcome build(Session session, IndexWork work, NewIndex index)
      throws SQLException {
    try {
      session.run(index.command());
      return done(session, index, true);
    } catch (SQLException e) {
      return work.ended(e, index.name() + " was not built");
    }
  }

  private static Reconciled settled(Session session, Arguments with) throws SQLException {
    var table = Table.table(session, with.text("table"));
    var index = NewIndex.of(session, table, with);
    var running = new IndexWork(session, table).running();
    if (running.isPresent()) {
      return new Reconciled.Unknown("It is still being built: %s.".formatted(running.get()));
    }
    return switch (index.state(session)) {
      case VALID -> new Reconciled.Happened(done(session, index, true));
      case INVALID ->
          new Reconciled.DidNot(
              "%s is there and invalid: nobody builds it any more. Give dropInvalid: true."
                  .formatted(index.name()));
      case ABSENT -> new Reconciled.DidNot(index.name() + " is not there");
    };
  }

  private static Outcome.Failed invalid(NewIndex index) {
    return new Outcome.Failed(
        "invalid-left",
        "%s is there and invalid, left by an attempt that failed. Give dropInvalid: true, or: drop"
                .formatted(index.name())
            + " index concurrently %s;".formatted(index.name()));
  }

  private static Outcome.Done done(Session session, NewIndex index, boolean created)
      throws SQLException {
    var bytes = index.bytes(session);
    return new Outcome.Done(
        Map.of("index", index.name(), "created", created, "bytes", bytes),
        "%s %s, %s".formatted(index.name(), created ? "built" : "was there", Shown.bytes(bytes)));
  }
}
