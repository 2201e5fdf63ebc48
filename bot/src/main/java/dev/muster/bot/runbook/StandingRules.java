package dev.muster.bot.runbook;

import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.bot.config.runbooks.Standing;
import dev.muster.runbooks.trigger.AlertRules;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the runbooks of the configuration of now ask of alerts, made ready once. No alert waits for
 * the library's being read: until then there are the team's own, which say that others come.
 * Thread-safe.
 */
public final class StandingRules implements Supplier<AlertRules> {

  private static final Logger log = LoggerFactory.getLogger(StandingRules.class);

  private final Supplier<ConfiguredRunbooks> configured;
  private final Executor executor;
  private volatile Standing<AlertRules> made =
      new Standing<>(ConfiguredRunbooks.NONE, AlertRules.NONE);

  public StandingRules(Supplier<ConfiguredRunbooks> configured, Executor executor) {
    this.configured = configured;
    this.executor = executor;
  }

  @Override
  public AlertRules get() {
    var runbooks = configured.get();
    var known = made;
    return known.isOf(runbooks) ? known.value() : make(runbooks);
  }

  private synchronized AlertRules make(ConfiguredRunbooks runbooks) {
    if (!made.isOf(runbooks)) {
      made = new Standing<>(runbooks, own(runbooks).soFar());
      executor.execute(() -> withLibrary(runbooks));
    }
    return made.value();
  }

  private static AlertRules own(ConfiguredRunbooks runbooks) {
    return AlertRules.of(runbooks.own().values());
  }

  private void withLibrary(ConfiguredRunbooks runbooks) {
    var all = all(runbooks);
    synchronized (this) {
      if (made.isOf(runbooks)) {
        made = new Standing<>(runbooks, all);
      }
    }
  }

  /**
   * A library that cannot be read, as when the jar was replaced, holds up nothing of the team's.
   */
  private static AlertRules all(ConfiguredRunbooks runbooks) {
    try {
      return AlertRules.of(runbooks.all());
    } catch (RuntimeException | LinkageError e) {
      log.atError().setCause(e).log("Alerts start and suggest no runbooks of the library");
      return own(runbooks);
    }
  }
}
