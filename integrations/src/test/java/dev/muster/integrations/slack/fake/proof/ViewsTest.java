package dev.muster.integrations.slack.fake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.proof.App.Brought;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewsTest {

  static final String VIEW =
      """
      {"type":"modal","title":{"type":"plain_text","text":"%s"},"callback_id":"declare",
       "submit":{"type":"plain_text","text":"Declare"},"private_metadata":"%s",
       "blocks":[{"type":"input","block_id":"title","label":{"type":"plain_text","text":"Title"},
         "element":{"type":"plain_text_input","action_id":"value"}}]}
      """;
  static final String HOME =
      """
      {"type":"home","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"%s"}}]}
      """;

  private final MutableClock clock = new MutableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  @AutoClose private final App app = new App();
  private final MethodsClient client = SlackClient.bot(slack);

  @BeforeEach
  void connect() {
    slack.http(app.url());
  }

  @Test
  void a_trigger_opens_one_view_within_three_seconds() throws Exception {
    var trigger = trigger();
    assertThat(open(trigger, "Declare", "")).isNull();
    assertThat(open(trigger, "Declare", "")).isEqualTo("exchanged_trigger_id");
    var late = trigger();
    clock.advance(Duration.ofMillis(3_001));
    assertThat(open(late, "Declare", "")).isEqualTo("expired_trigger_id");
    assertThat(open("1.2.abc", "Declare", "")).isEqualTo("invalid_trigger_id");
    assertThat(slack.user("U01AAAA").takeView().title()).isEqualTo("Declare");
    slack.expect().anyRefusals("views.open", "trigger_id");
  }

  @Test
  void a_view_keeps_to_its_limits() throws Exception {
    assertThat(open(trigger(), "x".repeat(24), "y".repeat(3000))).isNull();
    slack.user("U01AAAA").takeView();
    var answer =
        client.viewsOpen(
            r -> r.triggerId(trigger()).viewAsString(view("x".repeat(25), "y".repeat(3001))));
    assertThat(answer.getError()).isEqualTo("invalid_arguments");
    assertThat(answer.getResponseMetadata().getMessages())
        .containsExactlyInAnyOrder(
            "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]",
            "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
    slack.takeRefusal("views.open", "invalid_arguments");
  }

  @Test
  void an_update_with_an_old_hash_is_refused() throws Exception {
    var opened = client.viewsOpen(r -> r.triggerId(trigger()).viewAsString(view("One", "")));
    var id = opened.getView().getId();
    var hash = opened.getView().getHash();
    var form = slack.user("U01AAAA").takeView();
    client.viewsUpdate(r -> r.viewId(id).hash(hash).viewAsString(view("Two", "")));
    form.takeUpdate();
    client.viewsUpdate(r -> r.viewId(id).hash(hash).viewAsString(view("Three", "")));
    slack.takeRefusal("views.update", "hash_conflict");
    assertThat(form.title()).isEqualTo("Two");
    client.viewsUpdate(r -> r.viewId("V000").viewAsString(view("Three", "")));
    slack.takeRefusal("views.update", "not_found");
  }

  @Test
  void three_views_lie_on_each_other_at_most() throws Exception {
    assertThat(open(trigger(), "One", "")).isNull();
    for (int i = 0; i < 3; i++) {
      client.viewsPush(r -> r.triggerId(trigger()).viewAsString(view("More", "")));
    }
    slack.takeRefusal("views.push", "push_limit_reached");
    for (int i = 0; i < 3; i++) {
      slack.user("U01AAAA").takeView();
    }
  }

  @Test
  void a_home_tab_is_published_for_one_person() throws Exception {
    var ada = slack.user("U01AAAA");
    client.viewsPublish(r -> r.userId(ada.id()).viewAsString(HOME.formatted("Nothing burns")));
    assertThat(ada.takeHome().says("Nothing burns")).isTrue();
    client.viewsPublish(r -> r.userId(ada.id()).viewAsString(view("A modal", "")));
    slack.takeRefusal("views.publish", "invalid_arguments");
  }

  private String open(String trigger, String title, String metadata) throws Exception {
    return client
        .viewsOpen(r -> r.triggerId(trigger).viewAsString(view(title, metadata)))
        .getError();
  }

  private static String view(String title, String metadata) {
    return VIEW.formatted(title, metadata);
  }

  /** As the app gets it with a command. */
  private String trigger() {
    slack.user("U01AAAA").slash("/incident", "declare").in(slack.channel("incidents"));
    return member(app.brought().remove(), "trigger_id");
  }

  static String member(Brought brought, String name) {
    var found = Pattern.compile(name + "(=|\":\")([^&\"]+)").matcher(brought.decoded());
    assertThat(found.find()).as(name + " in " + brought.decoded()).isTrue();
    return found.group(2);
  }
}
