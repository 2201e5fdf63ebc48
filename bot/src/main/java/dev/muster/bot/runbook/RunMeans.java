package dev.muster.bot.runbook;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.run.PostgresDefinitions;
import dev.muster.integrations.postgres.run.PostgresRunLog;
import dev.muster.integrations.postgres.run.PostgresRunStore;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.Surroundings;
import dev.muster.runbooks.flow.FlowKinds;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.language.Definition;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What runs are made with.
 *
 * @param configured finds a runbook by name, as it is now
 * @param reader of the text of a file that has this name, for runs that began with another
 * @param listener is told of what people should see
 */
public record RunMeans(
    Kinds kinds,
    Function<String, Optional<Definition>> configured,
    BiFunction<String, String, Optional<Definition>> reader,
    Surroundings surroundings,
    RunListener listener) {

  /** With the kinds that steer, and no runbook: runs that wait since before go on all the same. */
  public static RunMeans ofFlow(InstantSource clock) {
    var kinds = new AtomicReference<Kinds>(new Kinds(List.of()));
    kinds.set(new Kinds(FlowKinds.all(kinds::get, clock)));
    return new RunMeans(
        kinds.get(),
        _ -> Optional.empty(),
        (_, _) -> Optional.empty(),
        new NoSurroundings(),
        RunListener.NOBODY);
  }

  /** Over connections; {@code wake} is called after a commit with a run that is due. */
  public Means over(Database database, Runnable wake, InstantSource clock) {
    var schedule = new RunSchedule(database, clock, wake);
    return new Means(
        new PostgresRunStore(database, schedule, listener),
        new PostgresRunLog(database),
        new PostgresDefinitions(database, configured, reader, clock),
        kinds,
        surroundings,
        clock);
  }

  private record NoSurroundings() implements Surroundings {
    @Override
    public Map<String, Object> vars() {
      return Map.of();
    }

    @Override
    public Optional<String> secret(String name) {
      return Optional.empty();
    }
  }
}
