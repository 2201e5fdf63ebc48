package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.runbooks.trigger.AlertRules;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What the runbooks of the configuration of now ask of alerts, made ready once. The team's own are
 * there at once; those of the library come a moment later, so that no alert waits for their being
 * read. Thread-safe.
 */
public final class StandingRules implements Supplier<AlertRules> {

  private final Supplier<Config> config;
  private final Executor executor;
  private volatile Made made = new Made(ConfiguredRunbooks.NONE, AlertRules.NONE);

  private record Made(ConfiguredRunbooks from, AlertRules rules) {

    /** Of the same reading: to compare what all runbooks say is too much for each alert. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(ConfiguredRunbooks runbooks) {
      return from == runbooks;
    }
  }

  public StandingRules(Supplier<Config> config, Executor executor) {
    this.config = config;
    this.executor = executor;
  }

  @Override
  public AlertRules get() {
    var runbooks = config.get().runbooks();
    var known = made;
    return known.isOf(runbooks) ? known.rules() : make(runbooks);
  }

  private synchronized AlertRules make(ConfiguredRunbooks runbooks) {
    if (!made.isOf(runbooks)) {
      made = new Made(runbooks, AlertRules.of(runbooks.own().values()));
      executor.execute(() -> withLibrary(runbooks));
    }
    return made.rules();
  }

  private void withLibrary(ConfiguredRunbooks runbooks) {
    var all = AlertRules.of(runbooks.all());
    synchronized (this) {
      if (made.isOf(runbooks)) {
        made = new Made(runbooks, all);
      }
    }
  }
}
