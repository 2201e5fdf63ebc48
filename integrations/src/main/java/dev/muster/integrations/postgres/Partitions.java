package dev.muster.integrations.postgres;

import dev.muster.commands.store.StoreUnavailable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps partitions ready ahead of time. Should it ever be late, rows go to the default partition
 * and nothing is lost.
 */
public final class Partitions {

  private static final Logger log = LoggerFactory.getLogger(Partitions.class);
  private static final int AHEAD = 3;
  private static final long LOCK = 0x6d757374657201L;
  private static final List<String> MONTHLY = List.of("alert", "timeline_entry", "audit_entry");

  private final Database database;

  public Partitions(Database database) {
    this.database = database;
  }

  /** Makes those of now and of the next days and months; safe to call at any time, by anybody. */
  public void ensure(Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (var i = 0; i <= AHEAD; i++) {
      var day = today.plusDays(i);
      create("delivery", day.toString().replace("-", ""), day, day.plusDays(1));
      var month = today.withDayOfMonth(1).plus(i, ChronoUnit.MONTHS);
      for (var table : MONTHLY) {
        var name = "%04d%02d".formatted(month.getYear(), month.getMonthValue());
        create(table, name, month, month.plusMonths(1));
      }
    }
  }

  /**
   * One that cannot be made, since the default already has rows of its time, keeps no other away.
   */
  private void create(String table, String suffix, LocalDate from, LocalDate to) {
    var name = table + "_p" + suffix;
    try {
      database.inTransaction(() ->
          database.with(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            return exists(handle, name) || attach(handle, table, name, from, to);
          }));
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).addKeyValue("partition", name).log("Partition not made");
    }
  }

  private static boolean exists(Handle handle, String name) {
    return handle.select("select to_regclass(?) is not null", name).mapTo(Boolean.class).one();
  }

  private static boolean attach(
      Handle handle, String table, String name, LocalDate from, LocalDate to) {
    handle.execute(
        "create table %s partition of %s for values from ('%sT00:00:00Z') to ('%sT00:00:00Z')"
            .formatted(name, table, from, to));
    log.atDebug().addKeyValue("partition", name).log("Partition made");
    return true;
  }
}
