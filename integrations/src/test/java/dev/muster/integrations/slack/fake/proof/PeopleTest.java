package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Form;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Post;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final String BLOCKS =
      """
      [{"type":"actions","block_id":"row","elements":[
        {"type":"button","action_id":"ack","value":"1042","text":{"type":"plain_text","text":"Acknowledge"}},
        {"type":"static_select","action_id":"more","options":[
          {"text":{"type":"plain_text","text":"Resolve"},"value":"resolve"}]}]}]
      """;

  private final MutableClock clock = new MutableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  @AutoClose private final App app = new App();
  @AutoClose private final HttpClient http = HttpClient.newHttpClient();
  private final MethodsClient client = SlackClient.bot(slack);
  private final Person ada = slack.user("U01AAAA");

  @BeforeEach
  void connect() {
    slack.http(app.url());
  }

  @Test
  void a_button_brings_the_message_as_it_stands_now() throws Exception {
    var post = post();
    client.chatUpdate(
        r -> r.channel(post.channelId()).ts(post.ts()).text("later").blocksAsString(BLOCKS));
    post.takeEdit();
    ada.on(post).press("Acknowledge");
    assertThat(app.brought().remove().decoded())
        .contains("\"type\":\"block_actions\"", "\"text\":\"later\"", "\"value\":\"1042\"")
        .contains("\"action_id\":\"ack\",\"block_id\":\"row\"", "\"trigger_id\"");
    assertThatThrownBy(() -> ada.on(post).press("Explode"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("There is no \"Explode\" here");
  }

  @Test
  void a_choice_brings_the_option_with_its_words() throws Exception {
    ada.on(post()).choose("more", "Resolve");
    assertThat(app.brought().remove().decoded())
        .contains("\"selected_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Resolve\"}");
  }

  @Test
  void a_response_url_answers_five_times_within_half_an_hour() throws Exception {
    var post = post();
    ada.on(post).press("ack");
    var url = ViewsTest.member(app.brought().remove(), "response_url");
    assertThat(send(url, "{\"replace_original\":true,\"text\":\"taken\"}").body()).isEqualTo("ok");
    assertThat(post.takeEdit().text()).isEqualTo("taken");
    for (int i = 2; i <= 5; i++) {
      assertThat(send(url, "{\"text\":\"only you\"}").statusCode()).isEqualTo(200);
      ada.takeEphemeral("only you");
    }
    assertThat(send(url, "{\"text\":\"six\"}").body()).isEqualTo("used_url");
    slack.takeRefusal("response_url", "used_url");
    ada.slash("/incident", "help").in(slack.channel("incidents"));
    var other = ViewsTest.member(app.brought().remove(), "response_url");
    clock.advance(Duration.ofMinutes(31));
    assertThat(send(other, "{\"text\":\"late\"}").body()).isEqualTo("expired_url");
    slack.takeRefusal("response_url", "expired_url");
  }

  @Test
  void an_answer_in_the_acknowledgement_is_shown() {
    app.answersJson("{\"response_type\":\"in_channel\",\"text\":\"everybody\"}");
    ada.slash("/oncall", "who").in(slack.channel("incidents"));
    assertThat(slack.channel("incidents").takeMessage().text()).isEqualTo("everybody");
  }

  @Test
  void words_that_nobody_will_see_are_odd() throws Exception {
    app.answersJson("{\"text\":\"done\"}");
    ada.on(post()).press("ack");
    assertThat(slack.complaints()).singleElement().asString().contains("Slack shows nothing of");
    slack.expect().anyOddities("Slack shows nothing of");
  }

  @Test
  void json_without_its_type_is_only_words() {
    app.answers(_ -> new App.Said(200, "text/plain", "{\"text\":\"hello\"}"));
    ada.slash("/oncall", "who").in(slack.channel("incidents"));
    assertThat(ada.takeEphemeral().text()).isEqualTo("{\"text\":\"hello\"}");
  }

  @Test
  void a_form_sends_what_its_own_fields_hold() throws Exception {
    var form = openForm();
    form.fill("Title", "database is down");
    form.submit();
    assertThat(app.brought().remove().decoded())
        .contains("\"type\":\"view_submission\"")
        .contains(
            "\"state\":{\"values\":{\"title\":{\"value\":{\"type\":\"plain_text_input\","
                + "\"value\":\"database is down\"}}}}");
    assertThat(form.isOpen()).isFalse();
  }

  @Test
  void a_form_is_kept_back_by_an_empty_field_and_knows_no_others() throws Exception {
    var form = openForm();
    assertThatThrownBy(form::submit).hasMessageContaining("\"Title\" is empty");
    assertThatThrownBy(() -> form.fill("Severity", "high")).hasMessageContaining("no \"Severity\"");
  }

  @Test
  void errors_are_shown_at_fields_that_are_there() throws Exception {
    var form = openForm().fill("title", "x");
    app.answersJson("{\"response_action\":\"errors\",\"errors\":{\"title\":\"Too short.\"}}");
    form.submit();
    assertThat(form.errors().path("title").asString()).isEqualTo("Too short.");
    assertThat(form.isOpen()).isTrue();
    app.answersJson("{\"response_action\":\"errors\",\"errors\":{\"severity\":\"Which?\"}}");
    form.submit();
    assertThat(slack.complaints()).singleElement().asString().contains("no input block");
    slack.expect().anyOddities("no input block");
  }

  @Test
  void a_form_is_replaced_or_covered_by_what_the_app_answers() throws Exception {
    var form = openForm().fill("title", "x");
    var next = ViewsTest.VIEW.formatted("Working…", "");
    app.answersJson("{\"response_action\":\"push\",\"view\":" + next + "}");
    form.submit();
    var pushed = ada.takeView().fill("title", "y");
    assertThatThrownBy(form::submit).hasMessageContaining("not on top");
    app.answersJson(
        "{\"response_action\":\"update\",\"view\":" + next.replace("Working…", "Done") + "}");
    pushed.submit();
    assertThat(pushed.takeUpdate().title()).isEqualTo("Done");
    app.answersJson("{\"response_action\":\"clear\"}");
    pushed.fill("title", "z").submit();
    assertThat(form.isOpen()).isFalse();
  }

  @Test
  void a_view_in_an_answer_keeps_to_the_limits_too() throws Exception {
    var form = openForm().fill("title", "x");
    var tooLong = ViewsTest.VIEW.formatted("x".repeat(25), "");
    app.answersJson("{\"response_action\":\"update\",\"view\":" + tooLong + "}");
    form.submit();
    assertThat(slack.complaints()).singleElement().asString().contains("less than 25 characters");
    slack.expect().anyOddities("less than 25 characters");
  }

  private Form openForm() throws Exception {
    ada.shortcuts().global("declare");
    var trigger = ViewsTest.member(app.brought().remove(), "trigger_id");
    var view = ViewsTest.VIEW.formatted("Declare", "");
    client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view));
    return ada.takeView();
  }

  private Post post() throws Exception {
    var place = slack.channel("incidents");
    client.chatPostMessage(r -> r.channel(place.id()).text("now").blocksAsString(BLOCKS));
    return place.takeMessage();
  }

  private HttpResponse<String> send(String url, String json) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(json));
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
