package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.muster.integrations.slack.fake.FakeSlack;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @AutoClose private final FakeSlack slack = FakeSlack.start();
  private final MethodsClient client = SlackClient.bot(slack);

  @Test
  void too_many_says_how_long_to_wait() throws Exception {
    slack.faults().on("chat.postMessage").tooMany(30);
    assertThatThrownBy(() -> post("one"))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            it -> {
              assertThat(it.getResponse().code()).isEqualTo(429);
              assertThat(it.getResponse().header("Retry-After")).isEqualTo("30");
            });
    assertThat(post("one").isOk()).as("once only").isTrue();
    slack.channel("incidents").takeMessage();
  }

  @Test
  void a_page_of_html_is_no_json() {
    slack.faults().on("*").htmlPage(503);
    assertThatThrownBy(() -> post("one"))
        .isInstanceOfSatisfying(
            SlackApiException.class, it -> assertThat(it.getResponseBody()).contains("<h1>"));
  }

  @Test
  void an_error_after_having_done_it_leaves_the_message() throws Exception {
    slack.faults().on("chat.postMessage").errorAfterDoing("fatal_error");
    assertThat(post("one").getError()).isEqualTo("fatal_error");
    assertThat(slack.channel("incidents").takeMessage().text()).isEqualTo("one");
  }

  @Test
  void an_error_before_it_leaves_nothing() throws Exception {
    slack.faults().on("chat.postMessage").error("internal_error");
    assertThat(post("one").getError()).isEqualTo("internal_error");
    assertThat(slack.channel("incidents").messages()).isEmpty();
  }

  @Test
  void a_connection_is_reset_with_the_thing_done_or_not() {
    slack.faults().on("chat.postMessage").reset();
    assertThatThrownBy(() -> post("one")).isInstanceOf(IOException.class);
    assertThat(slack.channel("incidents").messages()).isEmpty();
    slack.faults().on("chat.postMessage").resetAfterDoing();
    assertThatThrownBy(() -> post("two")).isInstanceOf(IOException.class);
    assertThat(slack.channel("incidents").takeMessage().text()).isEqualTo("two");
  }

  @Test
  void a_call_may_hang_until_its_connection_ends() {
    slack.faults().on("chat.postMessage").hang(Duration.ofMillis(50));
    assertThatThrownBy(() -> post("one")).isInstanceOf(IOException.class);
    assertThat(slack.channel("incidents").messages()).isEmpty();
  }

  @Test
  void an_answer_may_hang_and_may_drip() throws Exception {
    slack.faults().on("chat.postMessage").hangAfterDoing(Duration.ofMillis(150));
    var begin = System.nanoTime();
    assertThat(post("one").isOk()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(140));
    slack.faults().on("chat.postMessage").trickle(Duration.ofMillis(100));
    assertThat(post("two").isOk()).isTrue();
    slack.channel("incidents").takeMessage("one");
    slack.channel("incidents").takeMessage("two");
  }

  /** Over a connection that was used before, okhttp sends once more without asking anybody. */
  @Test
  void a_client_that_repeats_by_itself_is_noticed() throws Exception {
    post("one");
    slack.channel("incidents").takeMessage("one");
    slack.faults().on("chat.postMessage").resetAfterDoing();
    assertThat(post("two").isOk()).isTrue();
    slack.channel("incidents").takeMessage("two");
    slack.channel("incidents").takeMessage("two");
    assertThat(slack.complaints()).singleElement().asString().startsWith("posted twice: ");
    slack.forgiveDoubles();
  }

  @Test
  void a_fault_is_of_one_method_and_channel_for_as_often_as_said() throws Exception {
    var incidents = slack.channel("incidents");
    slack.faults().on("chat.postMessage").in(incidents.id()).times(2).error("internal_error");
    var other = slack.channel("other");
    assertThat(client.chatPostMessage(r -> r.channel(other.id()).text("x")).isOk()).isTrue();
    assertThat(client.authTest(r -> r).isOk()).isTrue();
    assertThat(post("one").isOk()).isFalse();
    assertThat(slack.faults().left()).isEqualTo(1);
    assertThat(post("one").isOk()).isFalse();
    assertThat(post("one").isOk()).isTrue();
    other.takeMessage();
    incidents.takeMessage();
  }

  @Test
  void slack_may_be_down_altogether() throws Exception {
    slack.goDown();
    assertThatThrownBy(() -> post("one")).isInstanceOf(IOException.class);
    slack.comeUp();
    assertThat(post("one").isOk()).isTrue();
    slack.channel("incidents").takeMessage();
  }

  private ChatPostMessageResponse post(String text) throws IOException, SlackApiException {
    var place = slack.channel("incidents");
    return client.chatPostMessage(r -> r.channel(place.id()).text(text));
  }
}
