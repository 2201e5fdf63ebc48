package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.run.PostgresDefinitions;
import dev.muster.integrations.postgres.run.PostgresRunLog;
import dev.muster.integrations.postgres.run.PostgresRunStore;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What runs are made with.
 *
 * @param configured finds a runbook by name, as it is now
 * @param reader of the text of a file that has this name, for runs that began with another
 * @param showing of runs in the chats
 */
public record RunMeans(
    Kinds kinds,
    Function<String, Optional<Definition>> configured,
    BiFunction<String, String, Optional<Definition>> reader,
    Surroundings surroundings,
    Showing showing) {

  /** How runs are shown in the chats while they go on. */
  public interface Showing {

    /** In none. */
    Showing NOWHERE = (_, means) -> new Shown(means.log(), RunListener.NOBODY);

    /** Over the connections of the runs; nobody is told of what is done with these means. */
    Shown over(Database database, Means quiet);
  }

  /** What the engine is given for it. */
  public record Shown(RunLog log, RunListener listener) {}

  /**
   * As configured now.
   *
   * @param environment answers null for a variable that is not set
   */
  public static RunMeans of(
      Kinds kinds,
      Supplier<Config> config,
      Function<String, @Nullable String> environment,
      InstantSource clock) {
    Supplier<ConfiguredRunbooks> runbooks = () -> config.get().runbooks();
    return new RunMeans(
        kinds,
        name -> runbooks.get().find(name),
        new PinnedText(kinds, config, clock)::read,
        new ConfiguredSurroundings(runbooks, environment),
        Showing.NOWHERE);
  }

  /** The same with runs that are shown. */
  public RunMeans shownBy(Showing chats) {
    return new RunMeans(kinds, configured, reader, surroundings, chats);
  }

  /** Over connections; {@code wake} is called after a commit with a run that is due. */
  public Means over(Database database, Runnable wake, InstantSource clock) {
    var schedule = new RunSchedule(database, clock, wake);
    var definitions = new PostgresDefinitions(database, configured, reader, clock);
    var log = new PostgresRunLog(database);
    var quiet = new PostgresRunStore(database, schedule, RunListener.NOBODY);
    var shown =
        showing.over(database, new Means(quiet, log, definitions, kinds, surroundings, clock));
    var store = new PostgresRunStore(database, schedule, shown.listener());
    return new Means(store, shown.log(), definitions, kinds, surroundings, clock);
  }

  /** Variables and secrets; those that are not allowed any more are not there. */
  private record ConfiguredSurroundings(
      Supplier<ConfiguredRunbooks> runbooks, Function<String, @Nullable String> environment)
      implements Surroundings {

    @Override
    public Map<String, Object> vars() {
      return Map.copyOf(runbooks.get().vars());
    }

    @Override
    public Duration staleAfter() {
      return runbooks.get().staleAfter();
    }

    @Override
    public Optional<String> secret(String name) {
      return runbooks.get().secrets().contains(name)
          ? Optional.ofNullable(environment.apply(name))
          : Optional.empty();
    }
  }
}
