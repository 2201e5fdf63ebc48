package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.operation.Operation;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.operation.RunJournal;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.operation.PostgresOperationLog;
import dev.muster.integrations.postgres.review.PostgresReviews;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;

/** Runs on a real database that write the operation log. */
abstract class TestJournal {

  final TestClock clock = new TestClock();
  final TestReplica replica = TestReplica.onNewDatabase(clock);
  final PostgresOperationLog log = new PostgresOperationLog(replica.database());
  final AtomicReference<RunListener> journal = new AtomicReference<>(RunListener.NOBODY);
  final TestRuns runs =
      TestRuns.toldTo(replica, (before, after) -> journal.get().changed(before, after));

  TestJournal() {
    var lists = new PostgresRunLists(replica.database());
    journal.set(
        new RunJournal(
            log,
            runs.means(),
            run -> lists.startedBy(run).stream().map(runs::get).toList(),
            new PostgresReviews(replica.database())));
  }

  @AfterEach
  void close() {
    replica.close();
  }

  final RunId done(String runbook, Optional<Attempt.Place> place) throws InterruptedException {
    var id = runs.start(runbook, place);
    clock.advance(Duration.ofMinutes(3));
    goOn(id);
    return id;
  }

  final void goOn(RunId id) throws InterruptedException {
    for (var turn = 0; turn < 5 && !runs.get(id).isOver(); turn++) {
      runs.worker().work(id);
      for (var child : new PostgresRunLists(replica.database()).startedBy(id)) {
        runs.worker().work(child);
      }
    }
    assertThat(runs.get(id).isOver()).isTrue();
  }

  final List<Operation> all() {
    return log.list(OperationFilter.ALL, PageRequest.first(10)).items();
  }
}
