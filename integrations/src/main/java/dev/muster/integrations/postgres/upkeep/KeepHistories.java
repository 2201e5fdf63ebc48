package dev.muster.integrations.postgres.upkeep;

import dev.muster.commands.store.Retention;
import dev.muster.integrations.postgres.Database;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The upkeep: makes the partitions to come and drops those that are too old. */
public final class KeepHistories implements Runnable {

  private final Partitions partitions;
  private final Expiry expiry;
  private final Supplier<Retention> retention;
  private final InstantSource clock;

  public KeepHistories(Database database, Supplier<Retention> retention, InstantSource clock) {
    this.partitions = new Partitions(database);
    this.expiry = new Expiry(database);
    this.retention = retention;
    this.clock = clock;
  }

  /** Does what it can, then throws if there was anything that it could not do. */
  @Override
  public void run() {
    var now = clock.instant();
    var made = partitions.ensure(now);
    var dropped = expiry.drop(retention.get(), now);
    var failed = Stream.concat(made.stream(), dropped.stream()).toList();
    if (!failed.isEmpty()) {
      throw new IllegalStateException("Upkeep failed of " + String.join(", ", failed));
    }
  }
}
