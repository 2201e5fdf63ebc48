package dev.muster.bot.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.bot.health.WatchedChat.Failure;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.ChatException.Outcome;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchedChatTest {

  private static final Message HELLO = Message.of("hello");

  private final Refusing refusing = new Refusing();
  private final List<Failure> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-04-04T15:10:00Z");
  private final WatchedChat chat =
      new WatchedChat(refusing, id -> id.equals("C1") ? "incidents" : id, () -> now);

  WatchedChatTest() {
    chat.whenRefused(told::add);
  }

  private void post(String channel) {
    var _ = catchThrowable(() -> chat.post(channel, Once.first("k"), 1, HELLO));
  }

  @Test
  void what_goes_out_is_no_trouble() {
    post("incidents");
    assertThat(chat.failures()).isEmpty();
    assertThat(refusing.checks).isZero();
  }

  @Test
  void a_refusal_is_told_once_and_stands_until_a_message_goes_out() {
    refusing.at("incidents", Outcome.REFUSED, "unarchive it");
    post("incidents");
    post("incidents");
    assertThat(told).extracting(Failure::place).containsExactly("#incidents in slack");
    assertThat(chat.failures()).extracting(Failure::reason).containsExactly("unarchive it");

    refusing.troubles.clear();
    chat.edit(new PostRef("slack", "C1", "1.1"), 2, HELLO);
    assertThat(chat.failures()).isEmpty();
  }

  @Test
  void another_reason_and_another_channel_are_news() {
    refusing.at("incidents", Outcome.REFUSED, "unarchive it");
    refusing.at("alerts", Outcome.REFUSED, "unarchive it");
    post("incidents");
    post("alerts");
    refusing.at("incidents", Outcome.REFUSED, "invite Muster");
    post("incidents");
    assertThat(told)
        .extracting(it -> it.channel() + ": " + it.reason())
        .containsExactly(
            "incidents: unarchive it", "alerts: unarchive it", "incidents: invite Muster");
  }

  @Test
  void a_token_that_is_not_valid_is_one_trouble_of_the_whole_chat() {
    refusing.at("", Outcome.REFUSED, "the token was revoked");
    refusing.at("incidents", Outcome.REFUSED, "the token was revoked");
    refusing.at("alerts", Outcome.REFUSED, "the token was revoked");
    post("incidents");
    post("alerts");
    assertThat(told).extracting(Failure::place).containsExactly("slack");
    assertThat(chat.failures()).hasSize(1);
  }

  @Test
  void trouble_that_passes_by_itself_is_shown_and_not_told() {
    refusing.at("incidents", Outcome.FAILED, "status 500");
    refusing.at("alerts", Outcome.BUSY, "too many");
    post("incidents");
    post("alerts");
    assertThat(chat.failures()).extracting(Failure::channel).containsExactly("incidents");
    assertThat(told).isEmpty();
  }

  @Test
  void what_nobody_tries_any_more_is_no_trouble() {
    refusing.at("incidents", Outcome.REFUSED, "unarchive it");
    post("incidents");
    now = now.plus(Duration.ofMinutes(6));
    assertThat(chat.failures()).isEmpty();
  }

  @Test
  void a_look_at_the_start_tells_what_is_wrong() {
    refusing.at("", Outcome.REFUSED, "the token was revoked");
    chat.tryOut();
    assertThat(told).extracting(Failure::reason).containsExactly("the token was revoked");
  }

  /** Refuses in the channels that a test names; "" is the chat itself. */
  private static final class Refusing implements Chat {
    private final Map<String, ChatException> troubles = new HashMap<>();
    private int checks;

    void at(String channel, Outcome outcome, String reason) {
      troubles.put(channel, new ChatException(outcome, reason, Duration.ZERO, null));
    }

    private void speak(String channel) {
      var trouble = troubles.get(channel);
      if (trouble != null) {
        throw trouble;
      }
    }

    @Override
    public String platform() {
      return "slack";
    }

    @Override
    public void check() {
      checks++;
      speak("");
    }

    @Override
    public PostRef post(String channel, Once once, long version, Message message) {
      speak(channel);
      return new PostRef("slack", channel, "1.1");
    }

    @Override
    public void edit(PostRef post, long version, Message message) {
      speak(post.channel());
    }

    @Override
    public PostRef reply(PostRef root, Once once, Message message) {
      throw new AssertionError("nothing is replied to");
    }
  }
}
