package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.commands.runbook.card.RunNews;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.run.PostgresDefinitions;
import dev.muster.integrations.postgres.run.PostgresRunLog;
import dev.muster.integrations.postgres.run.PostgresRunStore;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.Definitions;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
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
 * @param listener is told of what people should see, over the connections of the run
 */
public record RunMeans(
    Kinds kinds,
    Function<String, Optional<Definition>> configured,
    BiFunction<String, String, Optional<Definition>> reader,
    Surroundings surroundings,
    BiFunction<Database, Definitions, RunListener> listener) {

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
        (_, _) -> RunListener.NOBODY);
  }

  /** The same with what people should know of a run told in the thread of its incident. */
  public RunMeans tellingThreads(Mirrors mirrors, Runnable wake, InstantSource clock) {
    return new RunMeans(
        kinds,
        configured,
        reader,
        surroundings,
        (database, definitions) -> {
          var rows = new WorkRows(database, clock, mirrors, wake);
          return new RunNews(new PostgresIncidentPosts(database, rows, clock), definitions, clock);
        });
  }

  /** The same with glass told of that may be broken, or was. */
  public RunMeans watching(RunGlass glass, Mirrors mirrors, Runnable wake, InstantSource clock) {
    return new RunMeans(
        kinds,
        configured,
        reader,
        surroundings,
        (database, definitions) ->
            listener
                .apply(database, definitions)
                .and(glass.watch(database, new WorkRows(database, clock, mirrors, wake))));
  }

  /** Over connections; {@code wake} is called after a commit with a run that is due. */
  public Means over(Database database, Runnable wake, InstantSource clock) {
    var schedule = new RunSchedule(database, clock, wake);
    var definitions = new PostgresDefinitions(database, configured, reader, clock);
    return new Means(
        new PostgresRunStore(database, schedule, listener.apply(database, definitions)),
        new PostgresRunLog(database),
        definitions,
        kinds,
        surroundings,
        clock);
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
    public Optional<String> secret(String name) {
      return runbooks.get().secrets().contains(name)
          ? Optional.ofNullable(environment.apply(name))
          : Optional.empty();
    }
  }
}
