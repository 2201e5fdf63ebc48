package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.live.LiveCard;
import dev.muster.integrations.postgres.run.post.PostgresRunPosts;
import dev.muster.integrations.slack.blocks.Golden;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A run with an approval and a checklist, screen by screen as files. */
class RunGoldenTest {

  private static final String HANDOVER =
      """
      target: 30m
      permissions: {run: [dba], approve: {roles: [dba], quorum: 1, notRequester: true}}
      steps:
        - {id: look, name: Look at the database, uses: read}
        - {id: go, name: Somebody agrees, uses: approve, with: {message: "Shall it begin?", timeout: 15m}}
        - {id: change, name: Move the traffic, uses: change, rollback: {uses: change}}
      verification:
        - {name: By hand, uses: checklist, with: {items: [Tell support, Orders come in again]}}
      """;

  private final TestClock clock = new TestClock();
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestShowing showing = new TestShowing(replica, TestReplica.PLATFORM);
  private final LiveCard card =
      new LiveCard(
          showing.runs().means(), run -> Optional.of("https://muster.example.com/runs/" + run));

  @Test
  void it_is_approved_ticked_and_over() throws Exception {
    var run = begun();
    same("run-approval", run);
    news("run-approval-news", run, 1);

    clock.advance(Duration.ofMinutes(2));
    showing.runs().approve(run, TestRuns.LEAD);
    showing.runs().worker().work(run);
    same("run-checklist", run);
    news("run-checklist-news", run, 2);

    clock.advance(Duration.ofMinutes(1));
    tick(run, 1);
    same("run-ticked", run);

    clock.advance(Duration.ofMinutes(1));
    tick(run, 0);
    showing.runs().worker().work(run);
    same("run-done", run);
    news("run-done-news", run, 3);
  }

  @Test
  void nobody_wants_it() throws Exception {
    var run = begun();
    clock.advance(Duration.ofMinutes(20));
    showing.runs().worker().work(run);
    same("run-unanswered", run);
    news("run-unanswered-news", run, 2);
  }

  private RunId begun() throws Exception {
    showing.runs().knows("handover", HANDOVER);
    var run = showing.startIn("handover");
    showing.runs().worker().work(run);
    return run;
  }

  private void tick(RunId run, int line) {
    var step = ((RunState.Asking) showing.runs().get(run).state()).step();
    assertThat(step).isEqualTo(StepPath.parse("verification.0").orElseThrow());
    showing.runs().hands().tick(run, step, line, true, TestRuns.DEVOPS);
  }

  private void same(String name, RunId run) throws IOException {
    Golden.message(name, card.apply(run));
  }

  /** What was said last beside it. */
  private void news(String name, RunId run, int said) throws IOException {
    var all =
        new PostgresRunPosts(replica.database(), clock)
            .standing(run, TestReplica.PLATFORM)
            .orElseThrow()
            .unsaid();
    assertThat(all).hasSize(said);
    Golden.message(name, all.getLast().message());
  }
}
