package dev.muster.bot.runbook;

import dev.muster.commands.people.Directory;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.live.LiveCard;
import dev.muster.commands.runbook.live.RunNews;
import dev.muster.commands.runbook.live.Summons;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.run.post.PostgresRunThreads;
import dev.muster.integrations.postgres.run.post.RunPostRows;
import dev.muster.integrations.postgres.run.post.ShownRunLog;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.run.Run;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Shows runs in the chats of their place, and tells people there what they have to see to.
 *
 * @param url where people reach us, if anybody knows
 * @param wake is called after a commit by which something is due to be said
 */
public record RunsInChats(
    Mirrors mirrors, Directory directory, Optional<String> url, Runnable wake, InstantSource clock)
    implements RunMeans.Showing {

  /** A run as its message shows it now. */
  public LiveCard card(Means means) {
    return new LiveCard(means, this::log);
  }

  private Optional<String> log(long run) {
    return url.map(ours -> ours.replaceAll("/+$", "") + "/runs/" + run);
  }

  @Override
  public RunMeans.Shown over(Database database, Means quiet) {
    var posts = new RunPostRows(database, mirrors, clock, wake);
    var work = new WorkRows(database, clock, mirrors, wake);
    var threads = new PostgresRunThreads(database, work, clock);
    var summons = new Summons(directory, run -> effect(quiet, run));
    var news = new RunNews(threads, summons, quiet.definitions(), this::log, clock);
    return new RunMeans.Shown(new ShownRunLog(quiet.log(), posts, database), posts.and(news));
  }

  /** The same with others told of what becomes of runs. */
  public RunMeans.Showing watchedBy(List<RunWatch> others) {
    return (database, quiet) -> {
      var shown = over(database, quiet);
      var work = new WorkRows(database, clock, mirrors, wake);
      var listener =
          others.stream()
              .map(other -> other.watch(database, work, quiet))
              .reduce(shown.listener(), RunListener::and);
      return new RunMeans.Shown(shown.log(), listener);
    };
  }

  private static Effect effect(Means quiet, Run run) {
    return quiet
        .definitions()
        .pinned(run.origin().runbook().hash())
        .map(pinned -> Desk.effect(quiet, pinned, run))
        .orElse(Effect.CHANGES);
  }
}
