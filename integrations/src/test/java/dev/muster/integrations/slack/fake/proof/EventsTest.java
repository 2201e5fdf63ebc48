package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {

  @AutoClose private final FakeSlack slack = FakeSlack.start();
  @AutoClose private final App app = new App();
  private final Person ada = slack.user("U01AAAA");

  @BeforeEach
  void connect() {
    slack.http(app.url());
  }

  @Test
  void a_mention_is_heard_where_the_bot_is() {
    var place = slack.channel("incidents");
    var root = ada.write(place, "database is down");
    ada.events().mentionIn(place, root.ts(), "ack");
    assertThat(heard())
        .contains("\"type\":\"app_mention\"", "<@U0MUSTERBOT> ack")
        .contains("\"thread_ts\":\"" + root.ts() + "\"", "\"event_id\":\"Ev");
    place.without("U0MUSTERBOT");
    assertThatThrownBy(() -> ada.events().mention(place, "ack"))
        .hasMessageContaining("The bot is not in incidents");
  }

  @Test
  void a_reaction_names_its_message_and_counts_once_a_person() {
    var message = ada.write(slack.channel("incidents"), "we restarted it");
    ada.events().react("pushpin", message.channel(), message.ts());
    assertThat(heard())
        .contains("\"type\":\"reaction_added\"", "\"reaction\":\"pushpin\"")
        .contains("\"item_user\":\"U01AAAA\"", "\"ts\":\"" + message.ts() + "\"");
    assertThatThrownBy(() -> ada.events().react("pushpin", message.channel(), message.ts()))
        .isInstanceOf(AssertionError.class);
    ada.events().unreact("pushpin", message.channel(), message.ts());
    assertThat(heard()).contains("reaction_removed");
  }

  @Test
  void a_link_is_unfurled_only_in_the_message_that_has_it() throws Exception {
    var place = slack.channel("random");
    ada.events().shareLink(place, "https://muster.example.com/incidents/1042");
    assertThat(heard()).contains("link_shared", "\"domain\":\"muster.example.com\"");
    var ts = place.messages().getLast().path("ts").asString();
    var client = SlackClient.bot(slack);
    var unfurls = "{\"%s\":{\"blocks\":[{\"type\":\"divider\"}]}}";
    client.chatUnfurl(r ->
        r.channel(place.id())
            .ts(ts)
            .rawUnfurls(unfurls.formatted("https://muster.example.com/incidents/1042")));
    slack.takeCall("chat.unfurl");
    client.chatUnfurl(
        r -> r.channel(place.id()).ts(ts).rawUnfurls(unfurls.formatted("https://elsewhere.com")));
    slack.takeRefusal("chat.unfurl", "cannot_unfurl_message");
  }

  @Test
  void the_workspace_goes_on_without_the_bot() {
    var place = slack.channel("incidents");
    ada.events().join(place);
    assertThat(heard()).contains("member_joined_channel");
    ada.events().archive(place);
    assertThat(heard()).contains("channel_archive");
    ada.events().directMessage("who is on call?");
    assertThat(heard()).contains("\"type\":\"message\"", "\"channel_type\":\"im\"");
    ada.isDeactivated();
    assertThat(heard()).contains("user_change", "\"deleted\":true");
    assertThatThrownBy(() -> ada.slash("/incident", "list").in(place))
        .hasMessageContaining("was deactivated");
  }

  private String heard() {
    return app.brought().remove().body();
  }
}
