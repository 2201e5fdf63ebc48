package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.people.Post;
import java.io.IOException;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The whole life of an incident in Slack, by two people: one is in the configuration by the id, one
 * by the e-mail address. Slack fails the test on whatever nobody took.
 */
class SlackLifeIT extends SlackStory {

  private static final String MORE =
      """
      schedules:
        primary: {layers: [{rotation: [devops], every: 1 week, start: 2024-12-02T00:00}]}
      routes: [{incident: {channel: incidents}}]
      """;

  @Test
  void by_http() throws IOException {
    var muster = musters.start(shop.mailed(home, MORE).environment());
    var way = hear(muster);

    live();
    way.close();
  }

  @Test
  void by_sockets() throws IOException {
    var environment = new HashMap<>(shop.mailed(home, MORE).environment());
    environment.remove("SLACK_SIGNING_SECRET");
    environment.put("SLACK_APP_TOKEN", slack.tokens().app().secret());
    musters.start(environment);
    var sockets = slack.sockets();
    Awaitility.await().until(() -> sockets.count() == 1);

    live();
  }

  private void live() {
    strangersAreToldHowToComeIn();
    var post = declare();
    acknowledge(post);
    tell(post);
    note(post);
    pin(post);
    resolve(post);
    look();
    leave();
  }

  private void strangersAreToldHowToComeIn() {
    var eve = slack.user("U01EEEE");
    eve.slash("/incident", "declare let me in severity:high").in(incidents.with(eve));
    assertThat(eve.takeEphemeral("does not know you yet").shown()).contains("U01EEEE");
  }

  private Post declare() {
    ada.slash("/incident", "declare").in(incidents);
    var form = ada.takeView();
    form.fill("What is wrong", "Checkout <!channel> is down").fill("How bad", "high");
    form.fill("Affected users", "612").fill("field:etr", "banana").submit();
    assertThat(form.problems()).contains("field:etr", "banana");
    form.fill("field:etr", "30m").submit();
    assertThat(form.isOpen()).isFalse();

    ada.takeEphemeral("Declared #1");
    var post = incidents.takeMessage("Checkout &lt;!channel&gt; is down").anyNumberOfEdits();
    assertThat(post.shown()).contains("HIGH").contains("nobody has it");
    return post;
  }

  /** A double click is one. */
  private void acknowledge(Post post) {
    var seen = post.seen();
    Stream.generate(() -> CompletableFuture.runAsync(() -> pressOld(seen, "Acknowledge")))
        .limit(2)
        .toList()
        .forEach(CompletableFuture::join);
    post.takeReply("Backend Engineer has it");
    post.awaitWords("ACKNOWLEDGED");
    post.awaitWords("\"user_id\":\"U01BBBB\"");
  }

  private void pressOld(Post.Seen seen, String button) {
    assertThat(bob.on(seen).press(button).taken()).isTrue();
  }

  private void tell(Post post) {
    bob.on(post).press("Post update");
    var form = bob.takeView();
    form.fill("How it stands", "Payments time out.").submit();
    assertThat(form.isOpen()).isFalse();
    post.takeReply("Payments time out.");
  }

  /** Slack brings it again, as when it did not hear that it was taken. */
  private void note(Post post) {
    ada.events().mentionIn(incidents, post.ts(), "note Restarted api-1");
    assertThat(slack.courier().repeatLast().taken()).isTrue();
    post.takeReply("DevOps Engineer: Restarted api-1");
    ada.events().mentionIn(incidents, post.ts(), "show");
    assertThat(ada.takeEphemeral("Checkout").threadTs()).isEqualTo(post.ts());
  }

  /** Two people think that it matters: it is noted once, and at the time when it was said. */
  private void pin(Post post) {
    var said = bob.answer(post, "Pool is full");
    slack.expect().anyRefusals("reactions.add", "already_reacted");
    ada.events().react("pushpin", incidents.id(), said.ts());
    assertThat(slack.takeCall("reactions.add").says(said.ts())).isTrue();
    bob.events().react("stopwatch", incidents.id(), said.ts());
    ada.events().mentionIn(incidents, post.ts(), "timeline");
    assertThat(ada.takeEphemeral("Timeline of #1").shown())
        .containsOnlyOnce("Backend Engineer: Pool is full · DevOps Engineer")
        .contains("/p" + said.ts().replace(".", ""));
  }

  private void resolve(Post post) {
    var seen = post.seen();
    ada.on(post).press("Resolve");
    post.takeReply("DevOps Engineer resolved it");
    post.awaitWords("resolved after");
    clickLate(post, seen);
    ada.events().mentionIn(incidents, post.ts(), "ack");
    ada.takeEphemeral("resolved it already");
  }

  private void look() {
    ada.events().openHome();
    var home = ada.takeHome();
    assertThat(home.says("You have no open incident.")).isTrue();
    assertThat(home.says("primary")).isTrue();
    assertThat(home.says("now, until")).isTrue();
  }

  private void leave() {
    assertThat(ada.isDeactivated().taken()).isTrue();
    assertThat(incidents.takeMessage("DevOps Engineer was deactivated in Slack").shown())
        .contains("On call now: ", "Next shift: ", "They were logged out of the console");
  }

  /** Somebody else looked at the post as it was before. */
  private void clickLate(Post post, Post.Seen seen) {
    var edits = post.edits();
    pressOld(seen, "Resolve");
    bob.takeEphemeral("was resolved by DevOps Engineer");
    Awaitility.await("the post is refreshed").until(() -> post.edits() > edits);
    assertThat(post.shown()).contains("resolved after");
  }
}
