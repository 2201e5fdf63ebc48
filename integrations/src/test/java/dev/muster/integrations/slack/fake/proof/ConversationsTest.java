package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.ConversationType;
import dev.muster.integrations.slack.fake.FakeSlack;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  @AutoClose private final FakeSlack slack = FakeSlack.start();
  private final MethodsClient client = SlackClient.bot(slack);

  @Test
  void an_incident_gets_its_own_channel() throws Exception {
    var ada = slack.user("U01AAAA");
    var made = client.conversationsCreate(r -> r.name("inc-1042-database"));
    var id = made.getChannel().getId();
    client.conversationsInvite(r -> r.channel(id).users(List.of(ada.id())));
    client.conversationsSetTopic(r -> r.channel(id).topic("CRITICAL database_down"));
    client.bookmarksAdd(r ->
        r.channelId(id).title("Incident 1042").type("link").link("https://muster.example.com"));
    var bookmarks = client.bookmarksList(r -> r.channelId(id)).getBookmarks();
    client.conversationsArchive(r -> r.channel(id));
    assertThat(bookmarks).extracting(it -> it.getTitle()).containsExactly("Incident 1042");
    var place = slack.channel("inc-1042-database");
    assertThat(place.members()).contains(ada.id());
    assertThat(place.topic()).isEqualTo("CRITICAL database_down");
    assertThat(place.isArchived()).isTrue();
    for (var method : List.of("create", "invite", "setTopic", "archive")) {
      slack.takeCall("conversations." + method);
    }
    slack.takeCall("bookmarks.add");
  }

  @Test
  void names_are_slacks() throws Exception {
    slack.channel("taken");
    assertThat(create("taken")).isEqualTo("name_taken");
    assertThat(create("x".repeat(81))).isEqualTo("invalid_name_maxlength");
    assertThat(create("Upper")).isEqualTo("invalid_name_specials");
    assertThat(create("two words")).isEqualTo("invalid_name_specials");
    assertThat(create("--")).isEqualTo("invalid_name_punctuation");
    slack.expect().anyRefusals("conversations.create", "");
  }

  @Test
  void lists_come_in_pages_and_hide_private_channels() throws Exception {
    slack.channel("one");
    slack.channel("two").archived();
    slack.privateChannel("mine");
    slack.privateChannel("theirs").without("U0MUSTERBOT");
    var types = List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL);
    var first = client.conversationsList(r -> r.types(types).limit(1));
    assertThat(first.getChannels()).extracting(it -> it.getName()).containsExactly("one");
    var cursor = first.getResponseMetadata().getNextCursor();
    var rest = client.conversationsList(r -> r.types(types).cursor(cursor));
    assertThat(rest.getChannels()).extracting(it -> it.getName()).containsExactly("two", "mine");
    var open = client.conversationsList(r -> r.types(types).excludeArchived(true));
    assertThat(open.getChannels()).extracting(it -> it.getName()).containsExactly("one", "mine");
  }

  @Test
  void guests_are_invited_once_and_must_exist() throws Exception {
    var ada = slack.user("U01AAAA");
    var id = slack.channel("incidents").with(ada).id();
    client.conversationsInvite(r -> r.channel(id).users(List.of(ada.id())));
    slack.takeRefusal("conversations.invite", "already_in_channel");
    client.conversationsInvite(r -> r.channel(id).users(List.of("U404")));
    slack.takeRefusal("conversations.invite", "user_not_found");
  }

  @Test
  void with_force_whoever_can_be_invited_is() throws Exception {
    var ada = slack.user("U01AAAA");
    var bob = slack.user("U01BBBB");
    var place = slack.channel("incidents").with(ada);
    var all = List.of(ada.id(), bob.id(), "U404");

    client.conversationsInvite(r -> r.channel(place.id()).users(all).force(true));
    slack.takeCall("conversations.invite");

    assertThat(place.members()).contains(bob.id()).doesNotContain("U404");
  }

  @Test
  void what_the_bot_made_is_among_its_own_and_says_so() throws Exception {
    slack.channel("everybodys").without("U0MUSTERBOT");
    slack.channel("somebodys");
    client.conversationsCreate(r -> r.name("ours"));
    slack.takeCall("conversations.create");

    var own = client.usersConversations(r -> r).getChannels();

    assertThat(own).extracting(it -> it.getName()).containsExactly("somebodys", "ours");
    assertThat(own.getFirst().getCreator()).isNotEqualTo("U0MUSTERBOT");
    assertThat(own.getLast().getCreator()).isEqualTo("U0MUSTERBOT");
    assertThat(own.getLast().getCreated()).isPositive();
  }

  @Test
  void no_bot_unarchives_a_channel_and_once_a_person_has_it_joins_again() throws Exception {
    var place = slack.channel("incidents").archived();
    client.conversationsUnarchive(r -> r.channel(place.id()));
    slack.takeRefusal("conversations.unarchive", "not_in_channel");
    client.conversationsJoin(r -> r.channel(place.id()));
    slack.takeRefusal("conversations.join", "is_archived");

    place.unarchived();
    client.chatPostMessage(r -> r.channel(place.id()).text("back"));
    slack.takeRefusal("chat.postMessage", "not_in_channel");
    client.conversationsJoin(r -> r.channel(place.id()));
    slack.takeCall("conversations.join");

    assertThat(place.members()).contains("U0MUSTERBOT");
  }

  @Test
  void a_direct_conversation_is_always_the_same() throws Exception {
    var ada = slack.user("U01AAAA");
    var one = client.conversationsOpen(r -> r.users(List.of(ada.id())));
    var again = client.conversationsOpen(r -> r.users(List.of(ada.id())));
    assertThat(one.getChannel().getId()).isEqualTo(again.getChannel().getId());
    client.chatPostMessage(r -> r.channel(ada.id()).text("you are paged"));
    assertThat(ada.directMessages().takeMessage().channelId()).isEqualTo(one.getChannel().getId());
    slack.member("U02GONE").delete();
    client.conversationsOpen(r -> r.users(List.of("U02GONE")));
    slack.takeRefusal("conversations.open", "user_disabled");
  }

  @Test
  void people_are_found_by_their_address_as_long_as_they_are_there() throws Exception {
    slack.member("U01AAAA").withEmail("ada@example.org");
    var found = client.usersLookupByEmail(r -> r.email("Ada@example.org"));
    assertThat(found.getUser().getId()).isEqualTo("U01AAAA");
    slack.tokens().bot().take("users:read.email");
    var info = client.usersInfo(r -> r.user("U01AAAA"));
    assertThat(info.getUser().getProfile().getEmail()).isNull();
    slack.tokens().bot().give("users:read.email");
    slack.member("U01AAAA").delete();
    var gone = client.usersLookupByEmail(r -> r.email("ada@example.org"));
    assertThat(gone.getError()).isEqualTo("users_not_found");
  }

  @Test
  void a_group_is_replaced_as_a_whole() throws Exception {
    slack.user("U01AAAA");
    slack.user("U02BBBB");
    var group = slack.group("oncall", List.of("U01AAAA"));
    client.usergroupsUsersUpdate(r -> r.usergroup(group.id()).users(List.of("U02BBBB")));
    slack.takeCall("usergroups.users.update");
    var now = client.usergroupsUsersList(r -> r.usergroup(group.id()));
    assertThat(now.getUsers()).containsExactly("U02BBBB");
    client.usergroupsUsersUpdate(r -> r.usergroup(group.id()).users(List.of("U404")));
    slack.takeRefusal("usergroups.users.update", "invalid_users");
  }

  @Test
  void a_reaction_and_a_pin_are_there_once() throws Exception {
    var place = slack.channel("incidents");
    var message = slack.user("U01AAAA").write(place, "we restarted it");
    for (int i = 0; i < 2; i++) {
      client.reactionsAdd(
          r -> r.channel(place.id()).timestamp(message.ts()).name("white_check_mark"));
      client.pinsAdd(r -> r.channel(place.id()).timestamp(message.ts()));
    }
    slack.takeCall("reactions.add");
    slack.takeRefusal("reactions.add", "already_reacted");
    slack.takeCall("pins.add");
    slack.takeRefusal("pins.add", "already_pinned");
    var got = client.reactionsGet(r -> r.channel(place.id()).timestamp(message.ts()));
    assertThat(got.getMessage().getReactions())
        .singleElement()
        .satisfies(it -> assertThat(it.getName()).isEqualTo("white_check_mark"));
  }

  private String create(String name) throws Exception {
    return client.conversationsCreate(r -> r.name(name)).getError();
  }
}
