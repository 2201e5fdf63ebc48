package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.delivery.Signer;
import dev.muster.integrations.slack.fake.proof.App.Said;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDeliveryTest {

  private final MutableClock clock = new MutableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  @AutoClose private final App app = new App();

  @BeforeEach
  void connect() {
    slack.http(app.url());
  }

  /** The example of Slack's page on verifying requests. */
  @Test
  void signatures_are_slacks() {
    var body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url="
            + "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
            + "96rGlfmibIGlgcZRskXaIFfN&trigger_id="
            + "398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    assertThat(Signer.sign("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void a_command_is_a_signed_form() {
    slack.user("U01AAAA").slash("/incident", "declare database & co").in(slack.channel("random"));
    var brought = app.brought().remove();
    assertThat(brought.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    var timestamp = brought.header("X-Slack-Request-Timestamp");
    assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(brought.header("X-Slack-Signature"))
        .isEqualTo(Signer.sign(slack.signingSecret(), Long.parseLong(timestamp), brought.body()));
    assertThat(brought.body()).contains("command=%2Fincident&text=declare+database+%26+co");
  }

  @Test
  void a_request_url_is_verified_by_its_challenge() {
    var delivery = slack.http(app.url());
    assertThat(delivery.isVerified()).isFalse();
    app.answers(it -> new Said(200, "application/json", it.body()));
    assertThat(delivery.isVerified()).isTrue();
  }

  @Test
  void an_event_is_brought_again_until_it_is_taken() {
    var tries = new AtomicInteger();
    app.answers(_ -> new Said(tries.incrementAndGet() < 3 ? 500 : 200, "text/plain", ""));
    var ack = slack.user("U01AAAA").events().openHome();
    assertThat(ack.attempts()).isEqualTo(3);
    assertThat(app.brought())
        .extracting(it -> it.header("X-Slack-Retry-Num"))
        .containsExactly(null, "1", "2");
    assertThat(app.brought().stream().toList().getLast().header("X-Slack-Retry-Reason"))
        .isEqualTo("http_error");
    assertThat(app.brought()).extracting(it -> it.body()).containsOnly(app.brought().peek().body());
  }

  @Test
  void what_is_not_answered_in_time_fails_the_test() throws Exception {
    var late = new CountDownLatch(1);
    slack.ackWithin(Duration.ofMillis(100)).http(app.url());
    app.answers(_ -> {
      await(late);
      return new Said(200, "text/plain", "");
    });
    var ack = slack.user("U01AAAA").slash("/incident", "list").in(slack.channel("random"));
    assertThat(ack.taken()).isFalse();
    assertThat(app.brought()).as("commands are not brought again").hasSize(1);
    assertThat(slack.complaints()).singleElement().asString().startsWith("unexpected no answer");
    slack.expect().unanswered();
    late.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
