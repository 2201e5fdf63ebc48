package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Somebody who is told of all that becomes of runs. Another one is one line here. */
@FunctionalInterface
public interface RunWatch {

  /**
   * Over the connections with which runs are kept.
   *
   * @param quiet nobody is told of what is done with these means
   */
  RunListener watch(Database database, WorkRows work, Means quiet);

  static List<RunWatch> all(Supplier<Config> config, MeterRegistry registry, InstantSource clock) {
    return List.of(new RunGlass(config, clock), new RunCounts(registry), new RunOperations());
  }
}
