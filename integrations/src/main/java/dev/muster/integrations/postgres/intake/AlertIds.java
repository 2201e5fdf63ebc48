package dev.muster.integrations.postgres.intake;

import dev.muster.integrations.postgres.Database;

/**
 * Hands out alert ids from blocks that the sequence gives out, so that an id costs no round trip.
 * Thread-safe; ids of a rolled-back transaction are not used again.
 */
final class AlertIds {

  private static final int BLOCK = 100;

  private final Database database;
  private long next;
  private long end;

  AlertIds(Database database) {
    this.database = database;
  }

  synchronized long next() {
    if (next == end) {
      next =
          database.with(
              handle -> handle.select("select nextval('alert_id')").mapTo(Long.class).one());
      end = next + BLOCK;
    }
    return next++;
  }
}
