package dev.muster.integrations.postgres.operation;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.Operation.Addendum;
import dev.muster.commands.operation.Operation.Entry;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.OperationId;
import dev.muster.commands.operation.OperationLog;
import dev.muster.commands.operation.Trace;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.lists.Pages;
import dev.muster.integrations.postgres.lists.TitleWords;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The operation log in PostgreSQL. Thread-safe. */
public final class PostgresOperationLog implements OperationLog {

  private final Database database;

  public PostgresOperationLog(Database database) {
    this.database = database;
  }

  @Override
  public OperationId add(Entry entry) {
    var account = entry.account();
    return database.with(handle ->
        handle
            .createQuery(
                """
                insert into operation (began_at, took_ms, what, reason, impact, issues, follow_up,
                    by_person, by_name, written_at, run_id, incident_id, words)
                values (:at, :took, :what, :reason, :impact, :issues, :followUp, :person, :name,
                    :written, :run, :incident,
                    regexp_replace(concat_ws(' ', :what, :reason, :impact, :issues, :followUp,
                        :name), '[^[:alnum:]]+', ' ', 'g'))
                returning id
                """)
            .bind("at", Rows.utc(account.at()))
            .bind("took", account.took().map(Duration::toMillis).orElse(null))
            .bind("what", account.what())
            .bind("reason", account.reason())
            .bind("impact", account.impact())
            .bind("issues", account.issues())
            .bind("followUp", account.followUp())
            .bind("person", entry.by().id())
            .bind("name", entry.by().name())
            .bind("written", Rows.utc(entry.writtenAt()))
            .bind("run", entry.run().map(RunId::value).orElse(null))
            .bind("incident", entry.incident().map(IncidentId::value).orElse(null))
            .mapTo(Long.class)
            .map(OperationId::new)
            .one());
  }

  @Override
  public List<Trace> tell(OperationId id, List<Trace> steps) {
    var rows = new Columns<>(steps);
    var untold =
        database.with(handle ->
            handle
                .createQuery(
                    """
                    insert into operation_step (operation_id, run_id, path, attempts, is_sure)
                    select :id, run, path, attempts, sure
                    from unnest(:runs, :paths, :attempts, :sures) as told (run, path, attempts, sure)
                    on conflict do nothing
                    returning run_id, path
                    """)
                .bind("id", id.value())
                .bind("runs", rows.longs(one -> one.run().value()))
                .bind("paths", rows.texts(one -> one.mark().path().toString()))
                .bind("attempts", rows.ints(one -> one.mark().attempts()))
                .bind("sures", rows.booleans(one -> one.mark().isSure()))
                .map((row, _) -> row.getLong("run_id") + " " + row.getString("path"))
                .set());
    return steps.stream()
        .filter(one -> untold.contains(one.run().value() + " " + one.mark().path()))
        .toList();
  }

  @Override
  public void append(OperationId id, List<Addendum> addenda) {
    var rows = new Columns<>(addenda);
    database.with(handle ->
        handle
            .createUpdate(
                """
                with added as (
                  insert into operation_addendum
                      (operation_id, part, text, by_person, by_name, at)
                  select :id, part, text, person, name, cast(at as timestamptz)
                  from unnest(:parts, :texts, :people, :names, :times) with ordinality
                    as added (part, text, person, name, at, position)
                  order by position
                  returning text
                )
                update operation set words = words || ' ' || regexp_replace(
                    (select string_agg(text, ' ') from added), '[^[:alnum:]]+', ' ', 'g')
                where id = :id
                """)
            .bind("id", id.value())
            .bind("parts", rows.texts(one -> one.part().word()))
            .bind("texts", rows.texts(Addendum::text))
            .bind("people", rows.texts(one -> one.by().id()))
            .bind("names", rows.texts(one -> one.by().name()))
            .bind("times", rows.times(Addendum::at))
            .execute());
  }

  @Override
  public Optional<Operation> find(OperationId id) {
    return one("id = :key", id.value());
  }

  @Override
  public Optional<Operation> of(RunId run) {
    return one("run_id = :key", run.value());
  }

  private Optional<Operation> one(String condition, long key) {
    return database.with(handle -> {
      var found =
          handle
              .createQuery("select * from operation where " + condition)
              .bind("key", key)
              .map((row, _) -> OperationRows.read(row))
              .list();
      return OperationRows.withAddenda(handle, found).stream().findFirst();
    });
  }

  @Override
  public Page<Operation> list(OperationFilter filter, PageRequest page) {
    var before = page.after(OperationId::parse);
    var sql = new StringBuilder("select * from operation where true");
    if (!filter.words().isEmpty()) {
      sql.append(" and to_tsvector('simple', words) @@ to_tsquery('simple', :words)");
    }
    filter.since().ifPresent(_ -> sql.append(" and began_at >= :since"));
    filter.until().ifPresent(_ -> sql.append(" and began_at < :until"));
    before.ifPresent(_ ->
        sql.append(
            " and (began_at, id) < (select began_at, id from operation where id = :before)"));
    sql.append(" order by began_at desc, id desc limit :limit");
    return database.with(handle -> {
      var query = handle.createQuery(sql.toString()).bind("limit", page.limit() + 1);
      if (!filter.words().isEmpty()) {
        query.bind("words", TitleWords.query(filter.words()));
      }
      filter.since().ifPresent(at -> query.bind("since", Rows.utc(at)));
      filter.until().ifPresent(at -> query.bind("until", Rows.utc(at)));
      before.ifPresent(id -> query.bind("before", id.value()));
      var found = query.map((row, _) -> OperationRows.read(row)).list();
      return Pages.cut(
          OperationRows.withAddenda(handle, found), page.limit(), last -> last.id().toString());
    });
  }
}
