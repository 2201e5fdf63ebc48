package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.language.Definition;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runbooks as configured, and in PostgreSQL those that runs are pinned to. Thread-safe. */
public final class PostgresDefinitions implements Definitions {

  private static final int MOST_REMEMBERED = 500;

  private final Database database;
  private final Function<String, Optional<Definition>> configured;
  private final BiFunction<String, String, Optional<Definition>> reader;
  private final InstantSource clock;
  private final Map<String, Definition> known = new ConcurrentHashMap<>();

  /**
   * Over a database.
   *
   * @param configured finds by name what there is now
   * @param reader of the text of a file that has this name
   */
  public PostgresDefinitions(
      Database database,
      Function<String, Optional<Definition>> configured,
      BiFunction<String, String, Optional<Definition>> reader,
      InstantSource clock) {
    this.database = database;
    this.configured = configured;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Optional<Definition> named(String name) {
    return configured.apply(name);
  }

  @Override
  public Optional<Definition> pinned(String hash) {
    var remembered = Optional.ofNullable(known.get(hash));
    if (remembered.isPresent()) {
      return remembered;
    }
    var found = kept(hash);
    found.ifPresent(this::remember);
    return found;
  }

  @Override
  public void pin(Collection<Definition> definitions) {
    var rows = new Columns<>(definitions);
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into run_definition (hash, name, file, text, kept_at)
                select hash, name, file, text, :at
                from unnest(:hashes, :names, :files, :texts) as pinned (hash, name, file, text)
                on conflict do nothing
                """)
            .bind("at", Rows.utc(clock.instant()))
            .bind("hashes", rows.texts(Definition::hash))
            .bind("names", rows.texts(definition -> definition.runbook().name()))
            .bind("files", rows.texts(Definition::file))
            .bind("texts", rows.texts(Definition::text))
            .execute());
    definitions.forEach(this::remember);
  }

  private Optional<Definition> kept(String hash) {
    return database.with(handle ->
        handle
            .createQuery("select file, text from run_definition where hash = :hash")
            .bind("hash", hash)
            .map((row, _) -> reader.apply(row.getString("file"), row.getString("text")))
            .findOne()
            .flatMap(definition -> definition));
  }

  private void remember(Definition definition) {
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(definition.hash(), definition);
  }
}
