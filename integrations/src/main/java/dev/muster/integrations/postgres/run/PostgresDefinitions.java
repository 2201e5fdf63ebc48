package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.language.Definition;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

  /** Read once, however many runs want it at the same time. */
  @Override
  public Optional<Definition> pinned(String hash) {
    var remembered = Optional.ofNullable(known.get(hash));
    return remembered.isPresent()
        ? remembered
        : Optional.ofNullable(known.computeIfAbsent(hash, this::keptOrNull));
  }

  /**
   * Held until the caller's transaction ends, lest the upkeep forget what a run is about to use.
   * Nearly always they are all there; what goes at this very moment is written anew.
   */
  @Override
  public void pin(Collection<Definition> definitions) {
    database.with(handle -> {
      var missing = held(handle, definitions);
      if (!missing.isEmpty()) {
        keep(handle, missing);
        keep(handle, held(handle, missing));
      }
      return definitions;
    });
    definitions.forEach(this::remember);
  }

  /** Holds those that are there, and answers the others. */
  private static List<Definition> held(Handle handle, Collection<Definition> definitions) {
    var held =
        handle
            .createQuery(
                """
                select hash from run_definition where hash = any(:hashes)
                order by hash for key share
                """)
            .bind("hashes", new Columns<>(definitions).texts(Definition::hash))
            .mapTo(String.class)
            .set();
    return definitions.stream().filter(one -> !held.contains(one.hash())).toList();
  }

  private void keep(Handle handle, Collection<Definition> definitions) {
    if (definitions.isEmpty()) {
      return;
    }
    var rows = new Columns<>(definitions);
    handle
        .createUpdate(
            """
            insert into run_definition (hash, name, file, text, kept_at)
            select hash, name, file, text, :at
            from unnest(:hashes, :names, :files, :texts) as pinned (hash, name, file, text)
            order by hash
            on conflict do nothing
            """)
        .bind("at", Rows.utc(clock.instant()))
        .bind("hashes", rows.texts(Definition::hash))
        .bind("names", rows.texts(definition -> definition.runbook().name()))
        .bind("files", rows.texts(Definition::file))
        .bind("texts", rows.texts(Definition::text))
        .execute();
  }

  /** As it is configured still, or else as its text says. */
  private Optional<Definition> kept(String hash) {
    return database.with(handle ->
        handle
            .createQuery("select name, file, text from run_definition where hash = :hash")
            .bind("hash", hash)
            .map((row, _) ->
                named(row.getString("name"))
                    .filter(current -> current.hash().equals(hash))
                    .or(reading(row.getString("file"), row.getString("text"))))
            .findOne()
            .flatMap(definition -> definition));
  }

  private @Nullable Definition keptOrNull(String hash) {
    return kept(hash).orElse(null);
  }

  private Supplier<Optional<Definition>> reading(String file, String text) {
    return () -> reader.apply(file, text);
  }

  private void remember(Definition definition) {
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(definition.hash(), definition);
  }
}
