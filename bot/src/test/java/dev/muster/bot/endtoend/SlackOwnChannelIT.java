package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.fake.people.Post;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An incident with a channel of its own in Slack, by two people over signed HTTP: one is on call,
 * the other declares it.
 */
class SlackOwnChannelIT extends SlackStory {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String MORE =
      """
      schedules:
        primary: {layers: [{rotation: [devops], every: 1 week, start: 2024-12-02T00:00}]}
      routes:
        - incident:
            channel: incidents
            own: {name: "{severity}-{number}-{title}", invite: ["schedule:primary"]}
      """;

  private SlackTeam team;

  @BeforeEach
  void setUp() throws IOException {
    slack.patience(PATIENCE);
    incidents.anyNumberOfEdits();
    team = shop.mailed(home, MORE);
    var calls = List.of("conversations.invite", "conversations.setTopic", "pins.add");
    calls.forEach(slack.expect()::anyCalls);
  }

  private MusterProcess replica() {
    var muster = musters.start(team.environment());
    var _ = hear(muster);
    return muster;
  }

  private Post declare() {
    bob.slash("/incident", "declare Checkout is down severity:high").in(incidents);
    bob.takeEphemeral("Declared #1");
    return incidents.takeMessage("Checkout is down");
  }

  private Place made() {
    slack.takeCall("conversations.create");
    return slack.channel("high-1-checkout-is-down");
  }

  @Test
  void its_whole_life_is_in_its_channel() {
    replica();
    var root = declare();
    var place = made();
    var post = place.takeMessage("Checkout is down").anyNumberOfEdits();
    root.awaitWords(place.id());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(place.members()).contains(ada.id(), bob.id());
          assertThat(place.pins()).containsExactly(post.ts());
        });

    ada.on(post).press("Acknowledge");
    place.takeMessage("DevOps Engineer has it");
    bob.slash("/incident", "note Restarted api-1").in(place);
    bob.takeEphemeral();
    place.takeMessage("Backend Engineer: Restarted api-1");
    ada.events().mention(place, "show");
    ada.takeEphemeral("Checkout is down");
    ada.events().mention(place, "resolve");
    place.takeMessage("DevOps Engineer resolved it");
    ada.takeEphemeral();

    post.awaitWords("resolved after");
    root.awaitWords("resolved after");
    await()
        .atMost(PATIENCE)
        .until(() -> place.topic().equals("HIGH · RESOLVED · Checkout is down · #1"));
  }

  /** Between making the channel and noting that it is there. */
  @Test
  void a_replica_that_is_killed_leaves_one_channel() {
    slack.faults().on("conversations.create").hangAfterDoing(Duration.ofSeconds(9));
    slack.expect().refusal("conversations.create", "name_taken");
    var killed = replica();
    declare();
    var place = made();
    killed.kill();
    replica();

    place.takeMessage("Checkout is down").anyNumberOfEdits();
    await().atMost(PATIENCE).until(() -> place.pins().size() == 1);
    assertThat(slack.faults().left()).isZero();
  }

  @Test
  void where_slack_lets_nobody_make_channels_it_is_a_thread() {
    slack.tokens().bot().take("channels:manage");
    slack.expect().refusal("conversations.create", "missing_scope");
    replica();
    var root = declare();

    root.takeReply("Muster cannot make #high-1-checkout-is-down in slack");
    ada.on(root).press("Acknowledge");
    root.takeReply("DevOps Engineer has it");
  }
}
