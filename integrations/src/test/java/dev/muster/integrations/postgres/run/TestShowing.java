package dev.muster.integrations.postgres.run;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.live.LiveCard;
import dev.muster.commands.runbook.live.RunNews;
import dev.muster.commands.runbook.live.Summons;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.run.post.PostgresRunThreads;
import dev.muster.integrations.postgres.run.post.RunPostRows;
import dev.muster.integrations.postgres.run.post.RunPostTask;
import dev.muster.integrations.postgres.run.post.ShownRunLog;
import dev.muster.integrations.postgres.work.Chats;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import dev.muster.runbooks.engine.port.RunLog;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs of one replica that are shown in chats. */
final class TestShowing {

  static final String OPS = "ops";

  /** Reads, asks and changes, and a list. */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "look", "steps:\n  - {id: one, uses: read}\n  - {id: two, uses: read}\n",
          "asks",
              """
              permissions: {run: [dba], approve: {roles: [dba], quorum: 1, notRequester: true}}
              steps:
                - {id: go, uses: approve, with: {message: Go?}}
                - {id: change, uses: change}
              """);

  private final TestReplica replica;
  private final RunPostRows rows;
  private final TestRuns runs;

  TestShowing(TestReplica replica, String... platforms) {
    this.replica = replica;
    var mirrors = Mirrors.everywhere(List.of(platforms));
    this.rows = new RunPostRows(replica.database(), mirrors, replica.clock(), () -> {});
    this.runs = TestRuns.toldTo(replica, this::changed);
    WRITTEN.forEach(runs::knows);
  }

  private void changed(Optional<Run> before, Run after) {
    rows.changed(before, after);
    news().changed(before, after);
  }

  private RunNews news() {
    var lead = new Person(new PersonId("lead"), "Lead Engineer", ZoneOffset.UTC, Set.of("dba"));
    var directory = new Directory(List.of(lead), Map.of("dba", Set.of(Right.parse("*"))));
    return new RunNews(
        new PostgresRunThreads(replica.database(), replica.work(), replica.clock()),
        new Summons(directory, _ -> Effect.CHANGES),
        runs.means().definitions(),
        _ -> Optional.empty(),
        replica.clock());
  }

  TestRuns runs() {
    return runs;
  }

  /** What a step says is shown too. */
  RunLog log() {
    return new ShownRunLog(runs.means().log(), rows, replica.database());
  }

  RunId startIn(String runbook) {
    return runs.start(runbook, Optional.of(new Attempt.Place(OPS, Optional.empty())));
  }

  RunId startIn(String runbook, long incident) {
    return runs.start(runbook, Optional.of(new Attempt.Place("incidents", Optional.of(incident))));
  }

  /** As the bot does it. */
  TestWorker show(Chat chat) {
    return TestWorker.start(replica, task(chat), chat);
  }

  private Task<?> task(Chat chat) {
    var chats = new Chats(Map.of(chat.platform(), chat), Map.of());
    var card = new LiveCard(runs.means(), _ -> Optional.empty());
    return RunPostTask.task(
        new RunPostTask.Means(replica.database(), replica.work(), chats, card),
        new Unheard(),
        replica.clock());
  }

  long wanted(RunId run) {
    return replica.count("select max(wanted) from run_post where run_id = " + run);
  }

  long left() {
    return replica.count("select count(*) from scheduled_tasks where task_name = 'run-post'");
  }

  private static final class Unheard implements WorkListener {
    @Override
    public void failed(String task) {}

    @Override
    public void givenUp(String task) {}
  }
}
