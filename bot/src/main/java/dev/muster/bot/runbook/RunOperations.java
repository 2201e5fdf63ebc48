package dev.muster.bot.runbook;

import dev.muster.commands.operation.RunJournal;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.operation.PostgresOperationLog;
import dev.muster.integrations.postgres.review.PostgresReviews;
import dev.muster.integrations.postgres.run.PostgresRunLists;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.port.RunListener;

/** Runs write into the operation log what they did. */
public final class RunOperations implements RunWatch {

  @Override
  public RunListener watch(Database database, WorkRows work, Means quiet) {
    var lists = new PostgresRunLists(database);
    return new RunJournal(
        new PostgresOperationLog(database),
        quiet,
        run ->
            lists.startedBy(run).stream().flatMap(id -> quiet.store().find(id).stream()).toList(),
        new PostgresReviews(database));
  }
}
