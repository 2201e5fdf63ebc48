package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.operation.LoggedReviews;
import dev.muster.commands.runbook.review.Glass;
import dev.muster.commands.runbook.review.GlassNotices;
import dev.muster.commands.runbook.review.GlassWatch;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.operation.PostgresOperationLog;
import dev.muster.integrations.postgres.review.GlassTask;
import dev.muster.integrations.postgres.review.PostgresReviews;
import dev.muster.integrations.postgres.run.PostgresRunStore;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;

/** Breaking the glass, as configured now. */
public record RunGlass(Supplier<Config> config, InstantSource clock) implements RunWatch {

  /** What commands go by. */
  public Glass over(Database database) {
    var reviews =
        new LoggedReviews(new PostgresReviews(database), new PostgresOperationLog(database));
    return new Glass(() -> config.get().plans().breakGlass(), reviews);
  }

  /** Writes what there will be to say in the transaction of the run. */
  @Override
  public RunListener watch(Database database, WorkRows work, Means quiet) {
    return new GlassWatch(
        over(database), (subject, at) -> work.brokenGlass(subject.toString(), at), clock);
  }

  /** Says it. */
  public GlassTask task(
      Database database, IncidentThreads threads, Collection<Chat> chats, WorkListener listener) {
    var runs =
        new PostgresRunStore(
            database, new RunSchedule(database, clock, () -> {}), RunListener.NOBODY);
    var outside = new GlassNotices.Outside(threads, chats, () -> config.get().notices());
    return new GlassTask(
        new GlassNotices(over(database), runs::find, outside, clock),
        () -> listener.failed(WorkRows.BROKEN_GLASS),
        clock);
  }
}
