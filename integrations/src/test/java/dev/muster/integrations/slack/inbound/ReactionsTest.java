package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Post;
import dev.muster.integrations.slack.web.SlackTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reactions that put a message into the timeline of the incident in whose thread it stands. */
class ReactionsTest {

  @AutoClose private final InboundDesk desk = new InboundDesk();
  private final Person ada = desk.slack.user(ADA);
  private final Person bob = desk.slack.user("U01BBBB");
  private Post root;

  @BeforeEach
  void setUp() {
    desk.incidents.with(bob);
    root = post("It burns.");
    desk.threads.add(desk.incidents.id() + "/" + root.ts());
  }

  private Post post(String text) {
    desk.api.call(
        "chat.postMessage",
        methods ->
            methods.chatPostMessage(request -> request.channel(desk.incidents.id()).text(text)));
    return desk.incidents.takeMessage(text);
  }

  private static String at(dev.muster.integrations.slack.fake.model.Message said) {
    return " at:" + SlackTime.of(said.ts()).orElseThrow();
  }

  private void react(Person who, String emoji, String ts) {
    assertThat(who.events().react(emoji, desk.incidents.id(), ts).taken()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pushpin", "stopwatch", "pushpin::skin-tone-3"})
  void a_message_is_noted_at_its_time_by_whoever_reacts(String emoji) {
    var said = bob.answer(root, "Pool is &lt;full&gt;, \"ask\" <@U01AAAA>");

    react(ada, emoji, said.ts());

    var marked = desk.slack.takeCall("reactions.add").body().toString();
    assertThat(marked).contains("memo").contains(said.ts());
    var asked = desk.orders.asked.remove();
    assertThat(asked.actor()).isEqualTo(InboundDesk.DEVOPS);
    assertThat(asked.place().thread()).contains(desk.incidents.id() + "/" + root.ts());
    assertThat(asked.text())
        .startsWith(
            "/incident note \"u01bbbb: Pool is <full>, \\\"ask\\\" @devops\""
                + at(said)
                + " from:\"https:")
        .contains("/archives/" + desk.incidents.id() + "/p" + said.ts().replace(".", ""));
    assertThat(desk.orders.asked).isEmpty();
  }

  @Test
  void ones_own_words_need_no_name_and_long_ones_are_cut() {
    var said = ada.answer(root, "x".repeat(700));

    react(ada, "pushpin", said.ts());

    desk.slack.takeCall("reactions.add");
    assertThat(desk.orders.asked.remove().text())
        .startsWith("/incident note \"" + "x".repeat(499) + "…\" at:");
  }

  @Test
  void other_emoji_other_threads_and_what_we_say_ourselves_are_let_be() {
    var said = bob.answer(root, "Pool is full");
    var elsewhere = bob.answer(post("Lunch?"), "Yes");

    react(ada, "eyes", said.ts());
    react(ada, "pushpin", elsewhere.ts());
    react(ada, "pushpin", root.ts());
    react(ada, "stopwatch", bob.write(desk.incidents, "Hello").ts());

    assertThat(desk.orders.asked).isEmpty();
  }

  @Test
  void outside_of_incidents_threads_slack_is_asked_for_little_and_elsewhere_for_nothing() {
    var lunch = desk.slack.channel("lunch").with(ADA);
    var said = ada.write(lunch, "Soup?");
    var elsewhere = bob.answer(post("Lunch?"), "Yes");
    desk.slack.faults().on("conversations.replies").in(lunch.id()).error("internal_error");
    desk.slack.faults().on("chat.getPermalink").error("internal_error");

    assertThat(ada.events().react("pushpin", lunch.id(), said.ts()).taken()).isTrue();
    react(ada, "pushpin", elsewhere.ts());

    assertThat(desk.slack.faults().left()).isEqualTo(2);
    assertThat(desk.orders.asked).isEmpty();
  }

  @Test
  void the_second_who_reacts_sees_the_mark_and_hears_nothing() {
    desk.orders.note = _ -> Reply.toAsker(Message.of("It has this message."));
    var said = bob.answer(root, "Pool is full");

    react(ada, "pushpin", said.ts());
    assertThat(desk.slack.takeCall("reactions.add").says(said.ts())).isTrue();

    react(ada, "stopwatch", said.ts());
    desk.slack.takeRefusal("reactions.add", "already_reacted");
    assertThat(desk.orders.asked).hasSize(2);
  }

  @Test
  void a_mark_that_failed_comes_when_it_is_asked_for_again() {
    var said = bob.answer(root, "Pool is full");
    desk.slack.faults().on("reactions.add").error("internal_error");

    react(ada, "pushpin", said.ts());
    desk.orders.note = _ -> Reply.toAsker(Message.of("It has this message."));
    react(ada, "stopwatch", said.ts());

    assertThat(desk.slack.takeCall("reactions.add").says(said.ts())).isTrue();
  }

  @Test
  void whoever_may_not_is_told_so_alone_and_in_the_thread() {
    desk.orders.note = _ -> Reply.error(Reply.Error.DENIED, Message.of("It needs role responder."));
    var said = bob.answer(root, "Pool is full");

    react(ada, "pushpin", said.ts());
    assertThat(ada.takeEphemeral("It needs role responder.").threadTs()).isEqualTo(root.ts());

    react(bob, "pushpin", said.ts());
    bob.takeEphemeral("does not know you yet");
  }

  @Test
  void what_cannot_be_read_now_is_said_to_whoever_reacts() {
    var said = bob.answer(root, "Pool is full");
    desk.slack.faults().on("conversations.replies").error("internal_error");

    react(ada, "pushpin", said.ts());

    ada.takeEphemeral("put nothing into a timeline");
    assertThat(desk.orders.asked).isEmpty();
  }

  @Test
  void what_slack_refuses_is_said_with_what_to_do() {
    var said = bob.answer(root, "Pool is full");
    desk.slack.faults().on("conversations.replies").error("missing_scope");

    react(ada, "pushpin", said.ts());

    ada.takeEphemeral("put nothing into a timeline: the app lacks the scope");
    assertThat(desk.orders.asked).isEmpty();
  }

  @Test
  void a_message_without_words_asks_for_them() {
    desk.orders.note = _ -> Reply.error(Reply.Error.INVALID, Message.of("What is to be noted?"));
    var said = bob.answer(root, " ");

    react(ada, "pushpin", said.ts());

    assertThat(desk.orders.asked.remove().text()).startsWith("/incident note" + at(said));
    ada.takeEphemeral("What is to be noted?");
  }
}
