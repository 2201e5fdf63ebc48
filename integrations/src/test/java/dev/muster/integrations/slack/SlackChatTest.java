package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.PostRef;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import dev.muster.integrations.testing.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SlackChatTest {

  private static final Message ONE = Message.of("one <!channel>");
  private static final Message TWO = Message.of("two");
  private static final Once AGAIN = new Once("k", true);

  private final TestClock clock = new TestClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);

  @AutoClose
  private final SlackApi api =
      new SlackApi(new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl()), clock);

  private final Place incidents = slack.channel("incidents");
  private final SlackChat chat =
      new SlackChat(
          api,
          name -> name.equals("incidents") ? Optional.of(incidents.id()) : Optional.empty(),
          () -> new BlockKit(ZoneOffset.UTC),
          clock);

  @Test
  void a_post_carries_its_key_and_pings_nobody() {
    var ref = chat.post("incidents", Once.first("k"), 3, ONE);
    var post = incidents.takeMessage();
    assertThat(ref).isEqualTo(new PostRef("slack", incidents.id(), post.ts()));
    assertThat(post.text()).isEqualTo("one &lt;!channel&gt;");
    assertThat(post.metadata().at("/event_payload/key").asString()).isEqualTo("k");
    assertThat(post.metadata().at("/event_payload/version").asLong()).isEqualTo(3);
  }

  @Test
  void a_repeat_finds_what_is_there_and_says_nothing() {
    var first = chat.post("incidents", Once.first("k"), 1, ONE);
    assertThat(chat.post("incidents", AGAIN, 1, ONE)).isEqualTo(first);
    incidents.takeMessage();
  }

  @Test
  void a_repeat_brings_an_older_post_up_to_date_once() {
    var first = chat.post("incidents", Once.first("k"), 1, ONE);
    chat.post("incidents", AGAIN, 2, TWO);
    chat.post("incidents", AGAIN, 2, TWO);
    chat.post("incidents", AGAIN, 1, ONE);
    var post = incidents.takeMessage();
    assertThat(post.ts()).isEqualTo(first.message());
    assertThat(post.takeEdit().text()).isEqualTo("two");
  }

  @Test
  void a_repeat_of_what_never_came_says_it() {
    chat.post("incidents", AGAIN, 1, ONE);
    incidents.takeMessage("one");
  }

  @Test
  void a_repeat_looks_past_many_others() {
    chat.post("incidents", Once.first("k"), 1, ONE);
    var ada = slack.user("U01AAAA");
    for (var i = 0; i < 450; i++) {
      ada.write(incidents, "word " + i);
    }
    chat.post("incidents", AGAIN, 1, ONE);
    incidents.takeMessage("one");
  }

  @Test
  void what_is_older_than_anything_is_tried_is_not_looked_for() {
    chat.post("incidents", Once.first("k"), 1, ONE);
    clock.advance(Duration.ofDays(3));
    chat.post("incidents", AGAIN, 2, TWO);
    incidents.takeMessage("one");
    incidents.takeMessage("two");
  }

  @Test
  void a_reply_is_said_once_in_its_thread() {
    var root = chat.post("incidents", Once.first("root"), 1, ONE);
    var reply = chat.reply(root, Once.first("k"), TWO);
    assertThat(chat.reply(root, AGAIN, TWO)).isEqualTo(reply);
    incidents.takeMessage("one").takeReply("two");
  }

  @Test
  void an_edit_keeps_the_key() {
    var ref = chat.post("incidents", Once.first("k"), 1, ONE);
    chat.edit(ref, 2, TWO);
    var post = incidents.takeMessage();
    assertThat(post.takeEdit().text()).isEqualTo("two");
    assertThat(chat.post("incidents", AGAIN, 1, ONE)).isEqualTo(ref);
  }

  @Test
  void a_channel_that_slack_does_not_have_says_what_to_write() {
    assertThatThrownBy(() -> chat.post("elsewhere", Once.first("k"), 1, ONE))
        .isInstanceOf(SlackException.class)
        .hasMessageContaining("channels: {elsewhere: {slack: C…}}");
  }
}
