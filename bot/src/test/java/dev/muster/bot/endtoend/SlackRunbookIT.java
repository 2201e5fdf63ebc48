package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.people.Post;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Runbooks as two people play them in Slack, which fails the test on whatever nobody took: a run is
 * one message, and what it needs people for is said once below it.
 */
class SlackRunbookIT extends SlackStory {

  private static final String HANDOVER =
      """
      apiVersion: muster/v1
      runbook: handover
      title: Hand over the night
      purpose: So that nothing is forgotten.
      owner: platform
      target: 1h
      permissions: {approve: {roles: [everything], quorum: 1, notRequester: true}}
      steps:
        - {id: go, name: Somebody agrees, uses: approve, with: {message: "Shall it begin?"}}
        - {id: hands, name: By hand, uses: checklist, with: {items: [Tell support, Open a call]}}
      """;

  /** Between two edits of a run's message. */
  private static final Duration REST = Duration.ofSeconds(2);

  @Test
  void a_run_is_approved_ticked_off_and_told() throws IOException {
    var muster = start();
    var way = hear(muster);
    var begin = System.nanoTime();

    var said = MusterApi.of(muster).command("devops", "/runbook run handover");
    assertThat(said.getString("text")).contains("Run 1 of Hand over the night");
    var post = incidents.takeMessage("Hand over the night").anyNumberOfEdits();
    post.awaitWords("waits for approval");
    approve(post);
    tick(post);

    assertThat(post.shown()).contains("Target 1 h kept: it took");
    var seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    assertThat(post.edits()).isLessThanOrEqualTo(1 + seconds / REST.toSeconds());
    ada.events().mentionIn(incidents, post.ts(), "runbook status");
    assertThat(ada.takeEphemeral("Hand over the night").shown()).contains("run 1");
    inTheThreadOfAnIncident();
    way.close();
  }

  private void approve(Post post) {
    var call = post.takeReply("waits for approval at step 1, Somebody agrees").anyNumberOfEdits();
    assertThat(call.shown()).contains("Shall it begin?", "\"user_id\":\"U01BBBB\"");
    ada.on(post).press("Approve");
    ada.takeEphemeral("You asked for this run");
    var seen = post.seen();
    bob.on(call).press("Approve");
    post.takeReply("waits for its checklist").anyNumberOfEdits();
    post.awaitWords("Backend Engineer approved");
    call.awaitWords("Backend Engineer approved");
    assertThat(call.shown()).doesNotContain("Reject");

    ada.on(seen).press("Reject");
    ada.takeEphemeral("ago: Backend Engineer approved. Nothing was changed.");
  }

  private void tick(Post post) {
    post.awaitWords("☐ Tell support");
    var seen = post.seen();
    bob.on(post).press("☐ Tell support");
    post.awaitWords("☑ Tell support · Backend Engineer");
    ada.on(seen).press("☐ Tell support");
    ada.takeEphemeral("Tell support is done.");
    ada.on(seen).press("☐ Open a call");
    post.takeReply("Run 1, Hand over the night: done in");
    post.awaitWords("done in");
  }

  private void inTheThreadOfAnIncident() {
    var root = anIncident();
    ada.events().mentionIn(incidents, root.ts(), "runbook run handover");
    root.takeReply("Hand over the night").anyNumberOfEdits();
    root.takeReply("waits for approval at step 1").anyNumberOfEdits();
    bob.events().mentionIn(incidents, root.ts(), "approve");
    root.takeReply("waits for its checklist").anyNumberOfEdits();
    ada.events().mentionIn(incidents, root.ts(), "runbook cancel");
    root.takeReply("Run 2, Hand over the night: cancelled");
    ada.events().mentionIn(incidents, root.ts(), "runbook cancel");
    ada.takeEphemeral("No run goes on for incident #1. Write /runbook cancel 2");
  }

  private MusterProcess start() throws IOException {
    var team = shop.team(home, "routes: [{incident: {channel: incidents}}]\n");
    knows("handover", HANDOVER);
    return musters.start(team.environment());
  }
}
