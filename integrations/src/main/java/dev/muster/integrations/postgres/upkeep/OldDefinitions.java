package dev.muster.integrations.postgres.upkeep;

import dev.muster.integrations.postgres.Rows;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Forgets the texts of runbooks that were kept before a time and that no run is pinned to. */
record OldDefinitions(Instant since) {

  /** Those that a run may start count too. */
  private static final String UNUSED =
      """
      kept_at < :since
        and not exists (select from run where run.definition = run_definition.hash)
        and hash not in (
          select nested.value
          from run, jsonb_each_text(run.origin->'runbook'->'nested') as nested
          where run.origin->'runbook'->'nested' <> '{}'::jsonb)
      """;

  /**
   * A start holds what it pins: what it was waited for then is seen by the second statement, and
   * what is to go meanwhile, a start waits for and writes anew.
   */
  void forget(Handle handle) {
    var unused =
        handle
            .createQuery(
                "select hash from run_definition where %s order by hash for update"
                    .formatted(UNUSED))
            .bind("since", Rows.utc(since))
            .mapTo(String.class)
            .list();
    handle
        .createUpdate("delete from run_definition where hash = any(:unused) and " + UNUSED)
        .bind("unused", unused.toArray(String[]::new))
        .bind("since", Rows.utc(since))
        .execute();
  }
}
