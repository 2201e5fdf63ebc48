package dev.muster.integrations.postgres.upkeep;

import dev.muster.commands.store.Retention;
import dev.muster.commands.store.Retention.Keep;
import dev.muster.integrations.postgres.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what is older than it is to be kept, a whole partition at a time; the bodies of webhooks
 * first. Alerts that are open, or whose incident is, are moved to the default partition before, and
 * go from there once they are over. Runs of runbooks go one by one.
 */
public final class Expiry {

  private static final Logger log = LoggerFactory.getLogger(Expiry.class);
  private static final int BATCH = 5_000;

  private static final String IS_OPEN =
      """
      (status = 'firing' or coalesce(incident_id = any(array(
          select id from incident where status <> 'resolved')), false))
      """;

  private final Database database;

  public Expiry(Database database) {
    this.database = database;
  }

  /** Safe to call at any time, by anybody. Answers the tables where it failed. */
  public List<String> drop(Retention retention, Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var step = new Step(database);
    drop(step, History.DELIVERY, retention.deliveries(), today);
    drop(step, History.ALERT, retention.alerts(), today);
    retention.runs().since(today).ifPresent(since -> OldRuns.endedBefore(since).forget(step));
    drop(step, History.AUDIT_ENTRY, retention.audit(), today);
    return step.failed();
  }

  private void drop(Step step, History history, Keep keep, LocalDate today) {
    keep.since(today)
        .ifPresent(since -> {
          for (var partition : partitions(history)) {
            if (!partition.to().isAfter(since)) {
              step.on(partition.name(), handle -> drop(handle, partition));
            }
          }
          step.on(history.rest(), handle -> sweep(handle, history, since));
          if (history == History.ALERT) {
            step.on("episode", handle -> new OldEpisodes(handle).forget(since));
          }
        });
  }

  private List<Partition> partitions(History history) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select child.relname from pg_inherits
                join pg_class child on child.oid = inhrelid
                where inhparent = cast(:table as regclass)
                order by child.relname
                """)
            .bind("table", history.table())
            .mapTo(String.class)
            .stream()
            .flatMap(name -> Partition.parse(history, name).stream())
            .toList());
  }

  /** Another replica may have been quicker. */
  private static void drop(Handle handle, Partition it) {
    if (!exists(handle, it.name())) {
      return;
    }
    if (it.history() == History.ALERT) {
      handle.execute("alter table alert detach partition " + it.name());
      handle.execute("insert into alert select * from %s where %s".formatted(it.name(), IS_OPEN));
    }
    handle.execute("drop table " + it.name());
    log.atInfo().addKeyValue("partition", it.name()).log("Partition dropped, it was too old");
  }

  private static boolean exists(Handle handle, String name) {
    return handle.select("select to_regclass(?) is not null", name).mapTo(Boolean.class).one();
  }

  /** Few rows ever come to the default partition. */
  private static void sweep(Handle handle, History history, LocalDate since) {
    var unless = history == History.ALERT ? "and not " + IS_OPEN : "";
    var sql =
        """
        delete from %1$s where (%2$s, id) in (
            select %2$s, id from %1$s where %2$s < '%3$sT00:00:00Z' %4$s limit %5$d)
        """
            .formatted(history.rest(), history.column(), since, unless, BATCH);
    for (var gone = BATCH; gone == BATCH; ) {
      gone = handle.execute(sql);
    }
  }
}
