package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static dev.muster.integrations.slack.inbound.InboundDesk.DEVOPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Post;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do in Slack, and what they see of it. */
class InboundTest {

  @AutoClose private final InboundDesk desk = new InboundDesk();
  private final Person ada = desk.slack.user(ADA);

  @Test
  void a_command_is_run_as_the_person_where_it_is_said_and_answered_to_them_alone()
      throws Exception {
    var ack = ada.slash("/incident", "show &lt;now&gt; <@U01AAAA|ada>").in(desk.incidents);

    assertThat(ack.taken()).isTrue();
    assertThat(ack.message().path("response_type").asString()).isEqualTo("ephemeral");
    var asked = desk.orders.asked.take();
    assertThat(asked.actor()).isEqualTo(DEVOPS);
    assertThat(asked.text()).isEqualTo("/incident show <now> @devops");
    assertThat(asked.place().channel()).isEqualTo("incidents");
    assertThat(asked.place().thread()).isEmpty();
    var answer = ada.takeEphemeral();
    assertThat(answer.text()).isEqualTo("It &lt;burns&gt;.");
    assertThat(answer.body().toString()).contains("It <!channel> burns.");
  }

  @Test
  void a_long_name_means_the_short_one() throws Exception {
    ada.slash("/muster-incident", "show 1").in(desk.incidents);
    assertThat(desk.orders.asked.take().text()).isEqualTo("/incident show 1");
    ada.takeEphemeral();
  }

  /** Slack sends {@code text=}, of which its library makes null. */
  @Test
  void nothing_behind_a_command_is_no_word() {
    ada.slash("/incident", "").in(desk.incidents);
    ada.takeEphemeral("/incident show");
  }

  @Test
  void whoever_is_unknown_is_told_how_to_be_added() {
    var eve = desk.slack.user("U01EEEE");
    desk.incidents.with(eve);
    eve.slash("/incident", "ack 1").in(desk.incidents);

    var answer = eve.takeEphemeral("does not know you yet");
    assertThat(answer.body().toString()).contains("slack: U01EEEE");
    assertThat(desk.orders.asked).isEmpty();
  }

  @Test
  void a_verb_in_an_incidents_thread_is_said_of_that_incident() throws Exception {
    var root = post();
    ada.events().mentionIn(desk.incidents, root.ts(), "ack");
    var asked = desk.orders.asked.take();
    assertThat(asked.text()).isEqualTo("/incident ack");
    assertThat(asked.place().thread()).contains(desk.incidents.id() + "/" + root.ts());

    ada.events().mentionIn(desk.incidents, root.ts(), "show");
    assertThat(ada.takeEphemeral().threadTs()).isEqualTo(root.ts());
  }

  @Test
  void a_form_that_a_mention_asks_for_is_opened_by_a_button() {
    var root = post();
    ada.events().mentionIn(desk.incidents, root.ts(), "declare");

    var answer = ada.takeEphemeral("What is wrong, and how bad is it?");
    ada.on(answer).press("Open form");
    assertThat(ada.takeView().title()).isEqualTo("Incident declare");
  }

  @Test
  void in_a_direct_message_it_is_answered_there() {
    ada.events().directMessage("show");
    ada.directMessages().takeMessage("It &lt;burns&gt;.");
  }

  @Test
  void a_click_is_acknowledged_without_a_word_and_seen_in_the_post() throws Exception {
    var post = post();
    var ack = ada.on(post).press("Acknowledge");

    assertThat(ack.taken()).isTrue();
    var asked = desk.orders.asked.take();
    assertThat(asked.text()).isEqualTo("/incident ack 1042");
    assertThat(asked.place().channel()).isEqualTo("incidents");
  }

  @Test
  void a_click_that_comes_too_late_changes_nothing_and_refreshes_the_post() throws Exception {
    desk.orders.ack = _ -> Reply.toAsker(Message.of("Somebody resolved it already."));
    var post = post();
    ada.on(post).press("Acknowledge");

    assertThat(ada.takeEphemeral("resolved it already").threadTs()).isEmpty();
    assertThat(desk.refreshed.take()).isEqualTo(desk.incidents.id() + "/" + post.ts());
  }

  @Test
  void a_double_click_is_one() {
    var post = post();
    ada.on(post).press("Acknowledge");
    ada.on(post).press("Acknowledge");
    assertThat(desk.orders.asked).hasSize(1);

    desk.clock.advance(Duration.ofSeconds(10));
    ada.on(post).press("Acknowledge");
    assertThat(desk.orders.asked).hasSize(2);
  }

  @Test
  void what_slack_brings_again_is_done_once() {
    var body =
        """
        {"type": "event_callback", "event_id": "Ev0001", "team_id": "T01", "event": {
          "type": "app_mention", "user": "U01AAAA", "channel": "%s", "text": "<@U01> show",
          "ts": "1700000000.000001"}}
        """
            .formatted(desk.incidents.id());
    var now = desk.clock.instant().getEpochSecond();
    var headers = Signed.at(now, desk.slack.signingSecret(), body);
    assertThat(desk.http.take(body, headers).status()).isEqualTo(200);
    assertThat(desk.http.take(body, headers).status()).isEqualTo(200);

    ada.takeEphemeral("It &lt;burns&gt;.");
    assertThat(desk.orders.asked).hasSize(1);
  }

  @Test
  void a_form_marks_what_is_wrong_and_keeps_what_was_typed() {
    ada.slash("/incident", "declare").in(desk.incidents);
    var form = ada.takeView();
    assertThat(form.title()).isEqualTo("Incident declare");
    form.fill("What is wrong", "banana").fill("How bad", "high").submit();
    assertThat(form.errors().toString()).contains("Bananas are no incident.");
    assertThat(form.isOpen()).isTrue();

    form.fill("What is wrong", "Checkout \"is\" down").submit();
    assertThat(form.isOpen()).isFalse();
    ada.takeEphemeral("Declared");
  }

  @Test
  void what_was_typed_already_stands_in_the_form() {
    ada.slash("/incident", "declare Checkout is down").in(desk.incidents);
    assertThat(ada.takeView().json().toString()).contains("\"initial_value\":\"Checkout is down\"");
  }

  @Test
  void too_many_choices_are_looked_for_by_typing() {
    ada.slash("/incident", "assign").in(desk.incidents);
    var form = ada.takeView();
    assertThat(form.offers("Who", "")).hasSize(100);
    assertThat(form.offers("Who", "body 14"))
        .contains("person-14  Somebody 14", "person-149  Somebody 149")
        .hasSize(11);
    form.fill("Who", "person-149").submit();
    ada.takeEphemeral("Given to somebody.");
  }

  @Test
  void slow_work_is_acknowledged_in_time_and_answered_when_it_is_done() {
    var release = new CountDownLatch(1);
    desk.orders.ack =
        _ -> {
          await(release);
          return Reply.toAsker(Message.of("Done at last."));
        };
    var ack = ada.slash("/incident", "ack 1042").in(desk.incidents);
    assertThat(ack.taken()).isTrue();
    ada.takeEphemeral("Still working on /incident ack 1042.");
    release.countDown();
    ada.takeEphemeral("Done at last.");
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void what_was_signed_too_long_ago_is_refused(long seconds) {
    var now = desk.clock.instant().plusSeconds(seconds).getEpochSecond();
    var signed = Signed.at(now, desk.slack.signingSecret(), "token=x");

    assertThat(desk.http.take("token=x", signed).status()).isEqualTo(401);
  }

  @Test
  void what_somebody_else_signed_is_refused() {
    var now = desk.clock.instant().getEpochSecond();
    assertThat(desk.http.take("token=x", Signed.at(now, "guess", "token=x")).status())
        .isEqualTo(401);
    assertThat(desk.http.take("token=x", Map.of()).status()).isEqualTo(401);
    assertThat(
            desk.http
                .take("token=y", Signed.at(now, desk.slack.signingSecret(), "token=x"))
                .status())
        .isEqualTo(401);
  }

  @Test
  void slacks_question_for_the_request_url_is_answered() {
    var body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\",\"token\":\"t\"}";
    var now = desk.clock.instant().getEpochSecond();
    var answer = desk.http.take(body, Signed.at(now, desk.slack.signingSecret(), body));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("3eZbrw1a");
  }

  @Test
  void what_is_no_word_of_slacks_is_refused() {
    var now = desk.clock.instant().getEpochSecond();
    for (var body : List.of("{", "payload={", "nonsense", "")) {
      var answer = desk.http.take(body, Signed.at(now, desk.slack.signingSecret(), body));
      assertThat(answer.status()).as(body).isIn(200, 400);
    }
  }

  /** A post of ours, as the outbound half makes it. */
  private Post post() {
    return Posted.in(desk, "/incident ack 1042");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
