package dev.muster.integrations.postgres.run;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which run has which key, so that no two with the same one run at the same time. */
final class RunKeys {

  private RunKeys() {}

  /**
   * Takes the key that a run needs; answers who has it otherwise. That one cannot give it back
   * before this transaction ends, and so will see who waits.
   */
  static Optional<RunId> take(Handle handle, Run run) {
    if (!run.needsKey()) {
      return Optional.empty();
    }
    var key = run.origin().key().orElseThrow();
    while (!isTaken(handle, key, run.id())) {
      var holder = holder(handle, key);
      if (holder.isPresent()) {
        return holder.filter(other -> !other.equals(run.id()));
      }
    }
    return Optional.empty();
  }

  private static boolean isTaken(Handle handle, String key, RunId run) {
    return handle
            .createUpdate(
                "insert into run_key (key, run_id) values (:key, :run) on conflict do nothing")
            .bind("key", key)
            .bind("run", run.value())
            .execute()
        > 0;
  }

  private static Optional<RunId> holder(Handle handle, String key) {
    return handle
        .createQuery("select run_id from run_key where key = :key for update")
        .bind("key", key)
        .mapTo(Long.class)
        .map(RunId::new)
        .findOne();
  }

  /** Whose turn it is when the run gives its key back. */
  static Optional<RunId> giveBack(Handle handle, String key, RunId run) {
    var given =
        handle
            .createUpdate("delete from run_key where key = :key and run_id = :run")
            .bind("key", key)
            .bind("run", run.value())
            .execute();
    if (given == 0) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            select id from run where key = :key and state = 'queued'
            order by id limit 1 for update
            """)
        .bind("key", key)
        .mapTo(Long.class)
        .map(RunId::new)
        .findOne();
  }
}
