package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.slack.fake.FakeSlack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Incidents in a channel that Slack has and the built-in chat too. */
class SlackIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LEFT =
      "select count(*) from scheduled_tasks where task_name in ('refresh-post', 'thread-reply')";
  private static final String TOLD =
      """
      select count(*) from chat_message
      where cast(message as text) like '%Muster cannot write to #incidents in slack: the channel is archived%'
      """;

  @AutoClose private final FakeSlack slack = FakeSlack.start(InstantSource.system());
  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path home;
  private SlackTeam team;

  @BeforeEach
  void setUp() throws IOException {
    team = SlackTeam.of(slack, home);
    team.incidents().anyNumberOfEdits();
    slack.patience(PATIENCE);
  }

  private MusterProcess replica() {
    return musters.start(team.environment());
  }

  private void awaitAllDone() {
    await().atMost(PATIENCE).until(() -> team.sql().one(LEFT).equals("0"));
  }

  @Test
  void a_replica_that_is_killed_leaves_each_message_once_on_both_sides() {
    var killed = replica();
    var other = replica();
    var services = IntStream.range(0, 6).mapToObj(number -> "api-" + number).toList();
    services.forEach(service -> SlackTeam.alert(killed, service));
    var first = team.incidents().takeMessage(services.getFirst());
    killed.kill();
    awaitAllDone();

    first.takeReply("Details of");
    for (var service : services.subList(1, services.size())) {
      team.incidents().takeMessage(service).takeReply("Details of");
    }
    assertThat(team.sql().one("select count(*) from chat_message where channel = 'incidents'"))
        .isEqualTo("12");
    assertThat(team.sql().one("select count(*) from incident_post")).isEqualTo("12");
    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void who_acknowledged_is_named_in_slack_as_its_member() {
    var muster = replica();
    SlackTeam.alert(muster, "api");
    var post = team.incidents().takeMessage("api");
    MusterApi.of(muster).command("devops", "/incident ack 1");
    awaitAllDone();

    post.takeReply("Details of");
    post.takeReply("DevOps Engineer has it");
    post.awaitWords("\"user_id\":\"U01AAAA\"");
  }

  @Test
  void an_archived_channel_is_told_where_somebody_reads_it_and_nothing_is_said_of_secrets() {
    team.incidents().archived();
    slack.expect().anyRefusals("chat.postMessage", "is_archived");
    var muster = replica();
    SlackTeam.alert(muster, "api");

    await().atMost(PATIENCE).until(() -> team.sql().one(TOLD).equals("1"));
    assertThat(muster.output())
        .contains("A message does not go out", "unarchive it")
        .doesNotContain(slack.tokens().bot().secret(), slack.signingSecret());
  }

  @Test
  void a_token_that_is_not_valid_is_told_at_the_start() {
    slack.tokens().bot().revoke();
    slack.expect().anyRefusals("auth.test", "token_revoked");
    var muster = replica();

    await().atMost(PATIENCE).until(() -> muster.output().contains("the token was revoked"));
    assertThat(muster.output()).contains("SLACK_BOT_TOKEN");
  }
}
