package dev.muster.integrations.slack.inbound;

import static dev.muster.integrations.slack.inbound.InboundDesk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.fake.people.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What comes from elsewhere than commands, buttons and forms. */
class MoreInboundTest {

  @AutoClose private final InboundDesk desk = new InboundDesk();
  private final Person ada = desk.slack.user(ADA);

  @Test
  void an_incident_is_declared_from_a_message() {
    var message =
        ada.write(desk.incidents, "Checkout is down\nSince <!date^1^x|noon>, &lt;all&gt;");
    ada.shortcuts().onMessage(Shortcuts.DECLARE_FROM_MESSAGE, message);

    var form = ada.takeView();
    assertThat(form.json().toString())
        .contains("\"initial_value\":\"Checkout is down\"")
        .contains("Checkout is down\\nSince @noon, <all>");
    form.fill("How bad", "high").submit();
    ada.takeEphemeral("Declared");
  }

  @Test
  void an_incident_is_declared_from_anywhere_and_confirmed_directly() {
    ada.shortcuts().global(Shortcuts.DECLARE);
    var form = ada.takeView();
    form.fill("What is wrong", "Checkout is down").fill("How bad", "high").submit();

    ada.directMessages().takeMessage("Declared");
    assertThat(desk.orders.asked.stream().toList().getLast().place().channel())
        .isEqualTo("general");
    desk.slack.expect().anyCalls("conversations.open");
  }

  @Test
  void the_home_tab_shows_what_is_ones_own() {
    ada.events().openHome();
    var home = ada.takeHome();
    assertThat(home.says("#1042 It burns.")).isTrue();
    assertThat(home.says("You have the next week.")).isTrue();
    assertThat(home.says("DevOps Engineer is.")).isTrue();

    home.press("Declare incident");
    assertThat(ada.takeView().title()).isEqualTo("Incident declare");
  }

  @Test
  void the_home_tab_says_once_how_a_stranger_is_added() {
    var eve = desk.slack.user("U01EEEE");
    eve.events().openHome();

    assertThat(eve.takeHome().json().toString())
        .containsOnlyOnce("does not know you yet")
        .contains("slack: U01EEEE")
        .doesNotContain("Open incidents", "Declare incident");
  }

  @Test
  void a_link_to_an_incident_shows_it_to_those_who_may_see_it() {
    ada.events().shareLink(desk.incidents, "https://muster.example/incidents/1042");
    var call = desk.slack.takeCall("chat.unfurl");
    assertThat(call.body().toString()).contains("incidents/1042").contains("burns");

    var eve = desk.slack.user("U01EEEE");
    eve.events().shareLink(desk.incidents, "https://muster.example/incidents/1042");
    ada.events().shareLink(desk.incidents, "https://muster.example/alerts/1042");
  }

  @Test
  void somebody_who_is_deactivated_is_heard_of() throws Exception {
    ada.isDeactivated();
    assertThat(desk.members.take()).isEqualTo("U01AAAA true");
  }
}
