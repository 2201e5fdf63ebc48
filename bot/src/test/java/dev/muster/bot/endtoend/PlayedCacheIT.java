package dev.muster.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.fake.people.Post;
import dev.muster.integrations.testing.real.RealRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * "Clear the cache" of the library, by pattern and then all of it, on a real Redis: played by two
 * people screen by screen in the built-in chat, and the same in Slack. What both see in the chat is
 * kept in {@code target/screens}.
 */
class PlayedCacheIT {

  private static final int PAGES = 5_000;
  private static final String RUN = "#messages .content";

  private static final String MORE =
      """
      notices: ops
      secrets: {allow: [APP_REDIS_URL]}
      routes: [{incident: {channel: incidents}}]
      """;

  private static final List<String> AFTER_PAGES =
      List.of("The application answers", "Its content is current", "The hit rate rises again");
  private static final List<String> AFTER_ALL =
      List.of(
          "The application answers", "The hit rate rises again", "The database is not overloaded");

  @RegisterExtension final Stage stage = new Stage("cache-");
  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path home;
  @AutoClose private final RealRedis redis = RealRedis.start();
  @AutoClose private final SlackShop shop = SlackShop.open();
  private final Place incidents = shop.incidents();
  private final Person ada = shop.ada();
  private final Person bob = shop.bob();

  @Test
  void is_cleared_by_pattern_and_then_whole_in_the_chat_and_in_slack() throws IOException {
    var team = shop.team(home, MORE);
    var environment = new HashMap<>(team.environment());
    environment.put("APP_REDIS_URL", redis.url(RealRedis.PASSWORD));
    var muster = musters.start(environment).url();

    var devops = logIn(stage.atDesk(muster), team, "devops");
    var backend = logIn(stage.atPhone(muster), team, "backend");
    redis.fill(PAGES);
    pagesInChat(devops, backend);
    allInChat(devops, backend);

    assertThat(shop.slack().http(muster.resolve("/slack/events")).isVerified()).isTrue();
    redis.fill(PAGES);
    pagesInSlack();
    allInSlack();
  }

  private void pagesInChat(Seat devops, Seat backend) {
    devops.command("/runbook run clear-cache window=1s");
    assertThat(answer(devops)).containsText("Clear the application's cache");
    assertThat(answer(devops)).containsText("content:*");
    stage.pictures("pages-preview");
    assertThat(keys()).hasSize(PAGES + 1);

    devops.press("Run");
    assertThat(devops.at(RUN).first()).containsText("☐ " + AFTER_PAGES.getFirst());
    assertThat(keys()).containsExactly("session:1");
    stage.pictures("pages-gone");
    AFTER_PAGES.forEach(line -> tick(backend, line));
    assertThat(devops.at(RUN).first()).containsText("done in");
  }

  private void allInChat(Seat devops, Seat backend) {
    devops.command("/runbook run clear-whole-cache window=1s");
    assertThat(answer(devops)).containsText("Empty the whole cache");
    devops.press("Run…");
    devops.at("[name='f.target']").fill("the cache");
    devops.press("Send");
    assertThat(answer(devops)).containsText("That is not clear-whole-cache");
    stage.pictures("all-typed-wrongly");
    devops.at("[name='f.target']").fill("clear-whole-cache");
    devops.press("Send");

    assertThat(devops.at(RUN).last()).containsText("Nothing but the cache lies in this Redis");
    devops.press("Yes");
    assertThat(backend.at(RUN).last()).containsText("waits for approval");
    stage.pictures("all-approval");
    assertThat(keys()).containsExactly("session:1");
    backend.press("Approve");
    assertThat(backend.at(RUN).last()).containsText("☐ " + AFTER_ALL.getFirst());
    assertThat(keys()).isEmpty();
    AFTER_ALL.forEach(line -> tick(backend, line));
    assertThat(devops.at(RUN).last()).containsText("done in");
    stage.pictures("all-over");
  }

  private void pagesInSlack() {
    ada.slash("/runbook", "run clear-cache window=1s").in(incidents);
    var card = ada.takeEphemeral("Clear the application's cache");
    assertThat(card.shown()).contains("content:*");
    assertThat(keys()).hasSize(PAGES + 1);
    ada.on(card).press("Run");
    ada.takeEphemeral("Run 3 of Clear the application's cache");
    var post = incidents.takeMessage("Clear the application's cache").anyNumberOfEdits();
    post.takeReply("waits for its checklist").anyNumberOfEdits();
    assertThat(keys()).containsExactly("session:1");
    tick(post, AFTER_PAGES);
    post.takeReply("Run 3, Clear the application's cache: done in");
    post.awaitWords("done in");
  }

  private void allInSlack() {
    ada.slash("/runbook", "run clear-whole-cache window=1s").in(incidents);
    ada.on(ada.takeEphemeral("Empty the whole cache")).press("Run…");
    var form = ada.takeView();
    form.fill("Type clear-whole-cache to run it", "the cache").submit();
    var again = form.takeUpdate();
    assertThat(again.json().toString()).contains("That is not clear-whole-cache");
    again.fill("Type clear-whole-cache to run it", "clear-whole-cache").submit();
    assertThat(again.isOpen()).isFalse();
    ada.takeEphemeral("Run 4 of Empty the whole cache");
    var post = incidents.takeMessage("Empty the whole cache").anyNumberOfEdits();
    var asked = post.takeReply("waits for a yes or no").anyNumberOfEdits();
    ada.on(asked).press("Yes");
    var call = post.takeReply("waits for approval").anyNumberOfEdits();
    ada.on(call).press("Approve");
    ada.takeEphemeral("You asked for this run");
    assertThat(keys()).containsExactly("session:1");
    bob.on(call).press("Approve");
    post.takeReply("waits for its checklist").anyNumberOfEdits();
    post.awaitWords("☐ " + AFTER_ALL.getFirst());
    assertThat(keys()).isEmpty();
    tick(post, AFTER_ALL);
    post.takeReply("Run 4, Empty the whole cache: done in");
    post.awaitWords("done in");
  }

  private void tick(Post post, List<String> lines) {
    for (var line : lines) {
      post.awaitWords("☐ " + line);
      bob.on(post).press("☐ " + line);
    }
  }

  private static void tick(Seat seat, String line) {
    seat.at("#messages").getByText("☐ " + line).last().click();
    assertThat(seat.at(RUN).last()).not().containsText("☐ " + line);
  }

  /** What only whoever asked sees. */
  private static Locator answer(Seat seat) {
    return seat.at(".answer-slot:not(:empty)").last();
  }

  private Set<String> keys() {
    try (var connection = redis.connect()) {
      return connection.keys("*");
    }
  }

  private static Seat logIn(Seat seat, SlackTeam team, String person) {
    seat.page().navigate(seat.site() + Console.link(team.database(), person));
    seat.press("Log in");
    seat.open("/chat?channel=ops");
    return seat;
  }
}
