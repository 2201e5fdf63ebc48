package dev.muster.integrations.slack.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.testing.TestClock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackApiTest {

  private final TestClock clock = new TestClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);

  @AutoClose private final SlackApi api = new SlackApi(access(Duration.ofSeconds(20)), clock);

  private final Place incidents = slack.channel("incidents");

  private SlackAccess access(Duration patience) {
    return new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl(), patience);
  }

  private void post(Place place, String text) {
    post(api, place, text);
  }

  private static void post(SlackApi api, Place place, String text) {
    var _ =
        api.call(
            "chat.postMessage",
            place.id(),
            methods -> methods.chatPostMessage(it -> it.channel(place.id()).text(text)));
  }

  private SlackException trouble(Place place, String text) {
    return catchThrowableOfType(SlackException.class, () -> post(place, text));
  }

  @Test
  void what_is_posted_is_there() {
    post(incidents, "one");
    assertThat(incidents.takeMessage().text()).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, REFUSED, invite Muster",
    "is_archived, REFUSED, unarchive it",
    "not_in_channel, REFUSED, /invite @Muster",
    "invalid_auth, REFUSED, SLACK_BOT_TOKEN",
    "account_inactive, REFUSED, SLACK_BOT_TOKEN",
    "token_revoked, REFUSED, SLACK_BOT_TOKEN",
    "msg_too_long, REFUSED, msg_too_long",
    "message_not_found, GONE, no more",
    "thread_not_found, GONE, no more",
    "fatal_error, FAILED, trouble of its own",
    "internal_error, FAILED, trouble of its own"
  })
  void each_error_says_what_is_known_and_what_to_do(String error, Outcome outcome, String words) {
    slack.faults().on("chat.postMessage").error(error);
    var trouble = trouble(incidents, "one");
    assertThat(trouble.outcome()).isEqualTo(outcome);
    assertThat(trouble.error()).isEqualTo(error);
    assertThat(trouble).hasMessageContaining(words);
  }

  @Test
  void a_lacking_scope_is_named() {
    slack.tokens().bot().take("chat:write");
    var trouble = trouble(incidents, "one");
    assertThat(trouble.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(trouble).hasMessageContaining("the scope chat:write");
    slack.takeRefusal("chat.postMessage", "missing_scope");
  }

  @Test
  void retry_after_holds_for_one_channel_and_delays_no_other() {
    var other = slack.channel("other");
    slack.faults().on("chat.postMessage").in(incidents.id()).tooMany(30);
    assertThat(trouble(incidents, "one").comeAgainAfter()).isEqualTo(Duration.ofSeconds(30));
    post(other, "two");
    other.takeMessage("two");
    clock.advance(Duration.ofSeconds(29));
    assertThat(trouble(incidents, "one").outcome()).isEqualTo(Outcome.BUSY);
    clock.advance(Duration.ofSeconds(1));
    post(incidents, "one");
    incidents.takeMessage("one");
  }

  @Test
  void too_many_without_a_time_waits_a_while() {
    slack.faults().on("chat.postMessage").rateLimitedWithoutHeader();
    assertThat(trouble(incidents, "one").comeAgainAfter()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void slacks_own_pages_are_its_own_trouble() {
    slack.faults().on("chat.postMessage").htmlPage(503);
    assertThat(trouble(incidents, "one")).hasMessageContaining("status 503");
    slack.faults().on("chat.postMessage").htmlPage(200);
    var unreadable = trouble(incidents, "one");
    assertThat(unreadable.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_call_that_hangs_ends_by_itself() {
    slack.faults().on("chat.postMessage").hang(Duration.ofSeconds(30));
    try (var hasty = new SlackApi(access(Duration.ofMillis(400)), clock)) {
      var unanswered =
          catchThrowableOfType(SlackException.class, () -> post(hasty, incidents, "one"));
      assertThat(unanswered).hasMessageContaining("did not answer");
      assertThat(unanswered.comeAgainAfter()).isEqualTo(Duration.ofMillis(600));
    }
  }

  /** Over a connection that was used before, the client would send once more on its own. */
  @Test
  void nothing_is_sent_twice_by_the_client_itself() {
    post(incidents, "one");
    incidents.takeMessage("one");
    slack.faults().on("chat.postMessage").resetAfterDoing();
    assertThat(trouble(incidents, "two").outcome()).isEqualTo(Outcome.FAILED);
    incidents.takeMessage("two");
  }

  @Test
  void slack_that_is_away_is_said_to_be() {
    slack.goDown();
    assertThat(trouble(incidents, "one")).hasMessageContaining("cannot be reached");
  }

  /** Those of the client's static fields are there from the first one on. */
  @Test
  void a_client_has_no_threads_for_statistics() {
    var before = threadsForStatistics();
    try (var another = new SlackApi(access(Duration.ofSeconds(20)), clock)) {
      var _ = another.call("auth.test", methods -> methods.authTest(it -> it));
      await().untilAsserted(() -> assertThat(threadsForStatistics()).isSubsetOf(before));
    }
  }

  private static Set<String> threadsForStatistics() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("slack-api-metrics"))
        .collect(Collectors.toSet());
  }
}
