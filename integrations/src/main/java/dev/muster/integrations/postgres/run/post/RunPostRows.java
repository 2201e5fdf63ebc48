package dev.muster.integrations.postgres.run.post;

import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.run.Homes;
import dev.muster.integrations.postgres.run.RunRefreshes;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.argument.Argument;

/**
 * Has runs shown in the chats of their place, in the transactions in which something becomes of
 * them. Runs that others start are shown from when they need people. Thread-safe.
 */
public final class RunPostRows implements RunListener {

  private final Database database;
  private final Mirrors mirrors;
  private final InstantSource clock;
  private final RunRefreshes refreshes;

  /** Calls {@code wake} after a commit by which a message is due. */
  public RunPostRows(Database database, Mirrors mirrors, InstantSource clock, Runnable wake) {
    this.database = database;
    this.mirrors = mirrors;
    this.clock = clock;
    this.refreshes = new RunRefreshes(database, clock, wake);
  }

  @Override
  public void changed(Optional<Run> before, Run after) {
    if (after.origin().place().isEmpty()) {
      return;
    }
    var isAsked = after.origin().parent().isPresent() && needsPeople(after);
    if (isAsked || (before.isEmpty() && after.origin().parent().isEmpty())) {
      begin(after);
    }
    if (before.isPresent()) {
      refresh(after.id());
    }
  }

  private static boolean needsPeople(Run run) {
    return run.state() instanceof RunState.Asking || run.state() instanceof RunState.NeedsAttention;
  }

  /** Where it is shown already, it stays. */
  private void begin(Run run) {
    var place = run.origin().place().orElseThrow();
    place
        .incident()
        .ifPresentOrElse(
            incident -> begin(run, place.channel(), incident),
            () -> begin(run, place.channel(), mirrors.showing(place.channel())));
  }

  private void begin(Run run, String channel, Set<String> platforms) {
    var named = Map.of("platforms", new Columns<>(platforms).texts(name -> name));
    insert(run, channel, "select unnest(:platforms) as platform", named);
  }

  private void begin(Run run, String channel, long incident) {
    var parameters = new HashMap<>(mirrors.parameters());
    parameters.put("incident", (at, statement, _) -> statement.setLong(at, incident));
    var home = "array[coalesce(%s, :incident)]".formatted(Homes.of(":incident"));
    insert(
        run, channel, "select platform from (%s) chat".formatted(mirrors.places(home)), parameters);
  }

  private void insert(Run run, String channel, String platforms, Map<String, Argument> parameters) {
    var due =
        database.with(handle ->
            handle
                .createQuery(
                    """
                    with wanted as (
                      insert into run_post (run_id, platform, spot, refresh_after)
                      select :run, platform, :spot, :now from (%s) wanted on conflict do nothing
                      returning run_id, platform, refresh_after
                    )
                    """
                            .formatted(platforms)
                        + RunRefreshes.SCHEDULED)
                .bindMap(parameters)
                .bind("run", run.id().value())
                .bind("spot", channel)
                .bind("task", RunPostTask.NAME)
                .bind("now", Rows.utc(clock.instant()))
                .mapTo(Long.class)
                .one());
    refreshes.wakeFor(due);
  }

  /** Something about it is to be seen that was not. Costs nothing where it is not shown. */
  public void refresh(RunId run) {
    refreshes.refresh(run);
  }
}
