package dev.muster.integrations.postgres.upkeep;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Forgets the latest episodes of alerts that nobody keeps any more, walking along the key since no
 * index leads to them: they are looked for a few times a day, and written thousands of times a
 * second.
 */
record OldEpisodes(Handle handle) {

  private static final int BATCH = 10_000;

  private record Key(String integration, String dedupKey) {}

  void forget(LocalDate since) {
    var at = Optional.of(new Key("", ""));
    while (at.isPresent()) {
      var from = at.get();
      at = last(from);
      at.ifPresent(to -> delete(from, to, since));
    }
  }

  /** The end of the next stretch; empty when there is none. */
  private Optional<Key> last(Key from) {
    return handle
        .createQuery(
            """
            select integration, dedup_key from (
                select integration, dedup_key from episode
                where (integration, dedup_key) > (:integration, :key)
                order by integration, dedup_key limit :batch) as stretch
            order by integration desc, dedup_key desc limit 1
            """)
        .bind("integration", from.integration())
        .bind("key", from.dedupKey())
        .bind("batch", BATCH)
        .map((row, _) -> new Key(row.getString("integration"), row.getString("dedup_key")))
        .findOne();
  }

  /** Those that fire stay, and those whose alert was kept because its incident is open. */
  private void delete(Key from, Key to, LocalDate since) {
    handle
        .createUpdate(
            """
            delete from episode
            where (integration, dedup_key) > (:fromIntegration, :fromKey)
              and (integration, dedup_key) <= (:toIntegration, :toKey)
              and not firing and opened_at < cast(:since as timestamptz)
              and not exists (select from alert
                  where alert.opened_at = episode.opened_at and alert.id = episode.alert_id)
            """)
        .bind("fromIntegration", from.integration())
        .bind("fromKey", from.dedupKey())
        .bind("toIntegration", to.integration())
        .bind("toKey", to.dedupKey())
        .bind("since", since + "T00:00:00Z")
        .execute();
  }
}
