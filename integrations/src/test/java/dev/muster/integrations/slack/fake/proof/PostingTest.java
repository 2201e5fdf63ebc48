package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Message;
import dev.muster.integrations.slack.fake.FakeSlack;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PostingTest {

  @AutoClose private final FakeSlack slack = FakeSlack.start();
  private final MethodsClient client = SlackClient.bot(slack);

  @Test
  void a_message_is_posted_edited_answered_and_found() throws Exception {
    var place = slack.channel("incidents");
    var posted = client.chatPostMessage(r -> r.channel(place.id()).text("database is down"));
    client.chatPostMessage(r -> r.channel(place.id()).text("who has it?").threadTs(posted.getTs()));
    client.chatUpdate(r -> r.channel(place.id()).ts(posted.getTs()).text("database is up"));
    var replies = client.conversationsReplies(r -> r.channel(place.id()).ts(posted.getTs()));
    assertThat(replies.getMessages())
        .extracting(it -> it.getText())
        .containsExactly("database is up", "who has it?");
    var root = place.takeMessage("is down");
    assertThat(root.takeReply().text()).isEqualTo("who has it?");
    assertThat(root.takeEdit().text()).isEqualTo("database is up");
  }

  @Test
  void history_is_newest_first_in_pages_and_has_no_replies() throws Exception {
    var place = slack.channel("incidents");
    slack.expect().message(place, "one").message(place, "two").message(place, "reply");
    var one = client.chatPostMessage(r -> r.channel(place.id()).text("one"));
    client.chatPostMessage(r -> r.channel(place.id()).text("reply").threadTs(one.getTs()));
    client.chatPostMessage(r -> r.channel(place.id()).text("two"));
    var first = client.conversationsHistory(r -> r.channel(place.id()).limit(1));
    assertThat(first.getMessages()).extracting(it -> it.getText()).containsExactly("two");
    assertThat(first.isHasMore()).isTrue();
    var cursor = first.getResponseMetadata().getNextCursor();
    var second = client.conversationsHistory(r -> r.channel(place.id()).limit(1).cursor(cursor));
    assertThat(second.getMessages()).extracting(it -> it.getText()).containsExactly("one");
  }

  @Test
  void metadata_comes_back_only_to_those_who_ask() throws Exception {
    var place = slack.channel("incidents");
    var metadata =
        Message.Metadata.builder()
            .eventType("muster_reply")
            .eventPayload(Map.of("key", "17:ack"))
            .build();
    client.chatPostMessage(r -> r.channel(place.id()).text("hello").metadata(metadata));
    var without = client.conversationsHistory(r -> r.channel(place.id()));
    var with = client.conversationsHistory(r -> r.channel(place.id()).includeAllMetadata(true));
    assertThat(without.getMessages().getFirst().getMetadata().getEventPayload()).isNull();
    assertThat(with.getMessages().getFirst().getMetadata().getEventPayload())
        .containsEntry("key", "17:ack");
    assertThat(place.takeMessage().metadata().path("event_type").asString())
        .isEqualTo("muster_reply");
  }

  @Test
  void only_the_apps_own_messages_can_be_edited() throws Exception {
    var place = slack.channel("incidents");
    var theirs = slack.user("U01AAAA").write(place, "help");
    var answer = client.chatUpdate(r -> r.channel(place.id()).ts(theirs.ts()).text("no"));
    assertThat(answer.getError()).isEqualTo("cant_update_message");
    slack.takeRefusal("chat.update", "cant_update_message");
    client.chatUpdate(r -> r.channel(place.id()).ts("1700000000.000001").text("no"));
    slack.takeRefusal("chat.update", "message_not_found");
    place.archived();
    client.chatUpdate(r -> r.channel(place.id()).ts(theirs.ts()).text("no"));
    slack.takeRefusal("chat.update", "is_inactive");
  }

  @Test
  void a_place_that_cannot_be_posted_to_says_why() throws Exception {
    var outside = slack.channel("random").without("U0MUSTERBOT");
    var secret = slack.privateChannel("secret").without("U0MUSTERBOT");
    var old = slack.channel("old").archived();
    assertThat(errorOf(outside.id(), "x", null)).isEqualTo("not_in_channel");
    assertThat(errorOf(secret.id(), "x", null)).isEqualTo("channel_not_found");
    assertThat(errorOf("C000", "x", null)).isEqualTo("channel_not_found");
    assertThat(errorOf(old.id(), "x", null)).isEqualTo("is_archived");
    slack.expect().anyRefusals("chat.postMessage", "");
  }

  @Test
  void what_is_said_must_fit() throws Exception {
    var place = slack.channel("incidents");
    assertThat(errorOf(place.id(), "", null)).isEqualTo("no_text");
    assertThat(errorOf(place.id(), "x".repeat(40_001), null)).isEqualTo("msg_too_long");
    assertThat(errorOf(place.id(), "x", "1700000000.000001")).isEqualTo("thread_not_found");
    assertThat(errorOf(null, "x", null)).isEqualTo("invalid_arguments");
    slack.expect().anyRefusals("chat.postMessage", "");
  }

  @Test
  void an_ephemeral_reaches_only_those_who_are_there() throws Exception {
    var ada = slack.user("U01AAAA");
    var place = slack.channel("incidents");
    var outside = client.chatPostEphemeral(r -> r.channel(place.id()).user(ada.id()).text("psst"));
    assertThat(outside.getError()).isEqualTo("user_not_in_channel");
    slack.takeRefusal("chat.postEphemeral", "user_not_in_channel");
    place.with(ada);
    client.chatPostEphemeral(r -> r.channel(place.id()).user(ada.id()).text("psst"));
    assertThat(ada.takeEphemeral().text()).isEqualTo("psst");
  }

  private String errorOf(String channel, String text, String thread) throws Exception {
    return client.chatPostMessage(r -> r.channel(channel).text(text).threadTs(thread)).getError();
  }
}
