package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Message;
import dev.muster.integrations.slack.fake.FakeSlack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What closing complains of. */
class StrictnessTest {

  private final FakeSlack slack = FakeSlack.start();
  private final MethodsClient client = SlackClient.bot(slack);

  /** Closing complains in most of these tests, which is what they are about. */
  @AfterEach
  void close() {
    catchThrowable(slack::close);
  }

  @Test
  void a_message_that_nobody_took_fails_the_test() throws Exception {
    post("surprise", null);
    assertThatThrownBy(slack::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("unexpected message in C0")
        .hasMessageContaining("surprise");
  }

  @Test
  void a_message_posted_twice_fails_although_both_were_taken() throws Exception {
    post("database is down", null);
    post("database is down", null);
    var place = slack.channel("incidents");
    place.takeMessage();
    place.takeMessage();
    assertThat(slack.complaints()).singleElement().asString().startsWith("posted twice: ");
  }

  @Test
  void the_same_words_with_other_metadata_or_in_another_thread_are_another_message()
      throws Exception {
    var first = post("acknowledged", null, "1");
    post("acknowledged", null, "2");
    post("acknowledged", first, "1");
    var place = slack.channel("incidents");
    var root = place.takeMessage();
    place.takeMessage();
    root.takeReply();
    assertThat(slack.complaints()).isEmpty();
  }

  @Test
  void edits_are_taken_one_by_one_or_allowed_in_any_number() throws Exception {
    var ts = post("one", null);
    var post = slack.channel("incidents").takeMessage();
    edit(ts, "two");
    assertThat(post.takeEdit().text()).isEqualTo("two");
    edit(ts, "three");
    assertThat(slack.complaints()).singleElement().asString().contains("edit", "three");
    post.anyNumberOfEdits();
    assertThat(slack.complaints()).isEmpty();
  }

  @Test
  void a_refused_call_fails_the_test() throws Exception {
    client.chatPostMessage(r -> r.channel("C000").text("lost"));
    assertThat(slack.complaints())
        .singleElement()
        .asString()
        .contains("refused call in C000 by chat.postMessage", "channel_not_found");
  }

  @Test
  void what_was_declared_and_never_came_fails_the_test() {
    slack.expect().message(slack.channel("incidents"), "resolved");
    assertThat(slack.complaints()).containsExactly("missing: a message in incidents with resolved");
  }

  @Test
  void changes_are_calls_that_must_be_taken_and_questions_are_not() throws Exception {
    var place = slack.channel("incidents");
    client.conversationsInfo(r -> r.channel(place.id()));
    client.usersLookupByEmail(r -> r.email("nobody@example.com"));
    assertThat(slack.complaints()).isEmpty();
    client.conversationsSetTopic(r -> r.channel(place.id()).topic("#1042"));
    assertThat(slack.complaints()).singleElement().asString().contains("conversations.setTopic");
    slack.takeCall("conversations.setTopic");
    assertThat(slack.complaints()).isEmpty();
  }

  @Test
  void blocks_without_words_for_the_lock_screen_are_odd() throws Exception {
    var place = slack.channel("incidents");
    client.chatPostMessage(r -> r.channel(place.id()).blocksAsString("[{\"type\":\"divider\"}]"));
    place.takeMessage();
    assertThat(slack.complaints()).singleElement().asString().contains("blocks without text");
  }

  @Test
  void a_thread_hangs_on_its_root_and_not_on_a_reply() throws Exception {
    var root = post("root", null);
    var reply = post("reply", root);
    post("reply to the reply", reply);
    slack.channel("incidents").takeMessage().takeReply();
    slack.channel("incidents").takeReply("to the reply");
    assertThat(slack.complaints()).singleElement().asString().contains("thread_ts is of a reply");
  }

  @Test
  void waiting_for_what_does_not_come_ends_and_says_what_came_instead() throws Exception {
    slack.patience(Duration.ofMillis(50));
    post("something else", null);
    assertThatThrownBy(() -> slack.channel("incidents").takeMessage("database"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a message with database in incidents")
        .hasMessageContaining("something else");
  }

  private String post(String text, String thread) throws Exception {
    return post(text, thread, "");
  }

  private String post(String text, String thread, String key) throws Exception {
    var place = slack.channel("incidents");
    var metadata =
        Message.Metadata.builder().eventType("reply").eventPayload(Map.of("key", key)).build();
    return client
        .chatPostMessage(r ->
            r.channel(place.id())
                .text(text)
                .threadTs(thread)
                .metadata(key.isEmpty() ? null : metadata))
        .getTs();
  }

  private void edit(String ts, String text) throws Exception {
    var place = slack.channel("incidents");
    client.chatUpdate(r -> r.channel(place.id()).ts(ts).text(text));
  }
}
