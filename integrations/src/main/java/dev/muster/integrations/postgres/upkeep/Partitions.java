package dev.muster.integrations.postgres.upkeep;

import dev.muster.integrations.postgres.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps partitions ready ahead of time. Should it ever be late, rows go to the default partition
 * and are moved to their own once it is made; nothing is lost.
 */
public final class Partitions {

  private static final Logger log = LoggerFactory.getLogger(Partitions.class);
  private static final int AHEAD = 3;

  private final Database database;

  public Partitions(Database database) {
    this.database = database;
  }

  /**
   * Makes those of now and of the next days and months; safe to call at any time, by anybody.
   * Answers those that it could not make.
   */
  public List<String> ensure(Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var step = new Step(database);
    for (var i = 0; i <= AHEAD; i++) {
      for (var history : History.values()) {
        var partition = history.partition(today, i);
        step.on(partition.name(), handle -> make(handle, partition));
      }
    }
    return step.failed();
  }

  private static void make(Handle handle, Partition it) {
    if (exists(handle, it.name())) {
      return;
    }
    if (hasRowsInTheDefault(handle, it)) {
      moveOutOfTheDefault(handle, it);
    } else {
      handle.execute(
          "create table %s partition of %s for values %s"
              .formatted(it.name(), it.history().table(), it.bounds()));
    }
    log.atDebug().addKeyValue("partition", it.name()).log("Partition made");
  }

  private static boolean exists(Handle handle, String name) {
    return handle.select("select to_regclass(?) is not null", name).mapTo(Boolean.class).one();
  }

  private static boolean hasRowsInTheDefault(Handle handle, Partition it) {
    return handle
        .select("select exists (select from %s where %s)".formatted(it.history().rest(), of(it)))
        .mapTo(Boolean.class)
        .one();
  }

  /** Nobody may add to the default meanwhile. */
  private static void moveOutOfTheDefault(Handle handle, Partition it) {
    var rest = it.history().rest();
    handle.execute("lock table %s in access exclusive mode".formatted(rest));
    handle.execute(
        "create table %s (like %s including defaults)".formatted(it.name(), it.history().table()));
    handle.execute(
        "with moved as (delete from %s where %s returning *) insert into %s select * from moved"
            .formatted(rest, of(it), it.name()));
    handle.execute(
        "alter table %s attach partition %s for values %s"
            .formatted(it.history().table(), it.name(), it.bounds()));
  }

  private static String of(Partition it) {
    var column = it.history().column();
    return "%s >= '%sT00:00:00Z' and %s < '%sT00:00:00Z'"
        .formatted(column, it.from(), column, it.to());
  }
}
