package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.slack.fake.people.Post;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Four eyes are two people, wherever each of them clicks: in Slack by signed HTTP, or in the
 * console. Votes outlast a Muster that is killed. Slack fails the test on what is said twice.
 */
class FourEyesIT extends SlackStory {

  private static final String MORE =
      """
      routes: [{incident: {channel: incidents}}]
      """;

  /** Known in the console only. */
  private static final String LEAD =
      """
      people: {lead: {name: Lead Engineer, roles: [everything]}}
      """;

  private static final String LIGHTS =
      """
      apiVersion: muster/v1
      runbook: lights
      title: Lights on
      reviewed: 2026-11-22
      permissions: {approve: {roles: [everything], quorum: 2, notRequester: true}}
      steps:
        - {id: go, name: Two agree, uses: approve, with: {message: "Shall there be light?"}}
        - {id: tell, uses: message, with: {to: "channel:incidents", text: "There is light"}}
      """;

  @Test
  void one_person_is_two_eyes_on_every_platform_and_after_a_kill() throws IOException {
    var team = team();
    var doomed = musters.start(team.environment());
    var post = asked(doomed);
    var call = post.takeReply("waits for approval at step 1, Two agree").anyNumberOfEdits();

    whoeverAskedForItDoesNotCount(post, console(doomed, team, "devops"));
    aColleagueCountsOnce(post, call, console(doomed, team, "backend"));
    assertThat(state(team)).isEqualTo("asking");
    doomed.kill();

    var next = musters.start(team.environment());
    var _ = hear(next);
    bob.on(call).press("Approve");
    bob.takeEphemeral("You have approved this already. 1 of 2 people have approved");
    assertThat(state(team)).isEqualTo("asking");
    var _ = console(next, team, "lead").press("ops", "/runbook approve 1");

    incidents.takeMessage("There is light");
    post.takeReply("Run 1, Lights on: done in");
    post.awaitWords("Backend Engineer and Lead Engineer approved");
    await().until(() -> state(team).equals("ended"));
  }

  private Post asked(MusterProcess muster) {
    var _ = hear(muster);
    ada.slash("/runbook", "run lights").in(incidents);
    ada.on(ada.takeEphemeral("Lights on")).press("Run");
    ada.takeEphemeral("Run 1 of Lights on");
    return incidents.takeMessage("Lights on").anyNumberOfEdits();
  }

  private void whoeverAskedForItDoesNotCount(Post post, Console console) {
    post.awaitWords("waits for approval");
    ada.on(post).press("Approve");
    ada.takeEphemeral("You asked for this run");
    assertThat(console.press("ops", "/runbook approve 1")).contains("You asked for this run");
    assertThat(post.shown()).doesNotContain("approved by");
  }

  private void aColleagueCountsOnce(Post post, Post call, Console console) {
    bob.on(call).press("Approve");
    post.awaitWords("approved by Backend Engineer");
    assertThat(console.press("ops", "/runbook approve 1"))
        .contains("You have approved this already. 1 of 2 people have approved");
  }

  private static Console console(MusterProcess muster, SlackTeam team, String person) {
    return Console.of(muster.url(), team.database(), person);
  }

  private static String state(SlackTeam team) {
    return team.sql().one("select state from run");
  }

  private SlackTeam team() throws IOException {
    var team = shop.team(home, MORE);
    Files.writeString(Files.createDirectory(home.resolve("conf.d")).resolve("lead.yaml"), LEAD);
    knows("lights", LIGHTS);
    return team;
  }
}
